// The theme and the view the reader chose, and whether a link is being opened or this is the first visit, set before
// anything is painted: a classic script that blocks for one small cached file, because a module runs after the first
// paint, and a script inside the page is what the policy forbids. It only reads.

(() => {
  const { dataset } = document.documentElement;
  const arrives = /^#\d/.test(location.hash) || location.pathname.startsWith("/s/");
  if (arrives) dataset.arrives = ""; // another moment than the one drawn here
  try {
    const { theme, view } = JSON.parse(localStorage.getItem("hingelab.view") ?? "null") ?? {};
    if (["light", "dark", "projector"].includes(theme)) dataset.theme = theme;
    if (view === "board") dataset.view = view;
    const known = ["hingelab:visited", "hingelab:problem:1", "hingelab:story:1"].some((key) =>
      localStorage.getItem(key)
    );
    if (!arrives && !known) dataset.first = "";
  } catch {
    // no storage, or something else in it: the system's theme
  }
})();
