"""The tests of the page: a package, so that its browser closes when the last of them is done."""
