// When a page can be shown as it stays: its faces are there and what was measured by them is drawn.

const PATIENCE = 3000; // ms: a face that does not come must not hold the page; what it would have set is set in another

const frame = () => new Promise(requestAnimationFrame);

export const drawnInItsFaces = () =>
  Promise.race([document.fonts.ready.then(frame).then(frame), new Promise((done) => setTimeout(done, PATIENCE))]);
