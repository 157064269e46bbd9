// Sent along by `kb.py vis` only: loads the page again when a build has changed it, and shows what stopped one.
(function () {
  "use strict";
  var bar = null;
  function show(text) {
    if (!bar) {
      bar = document.createElement("pre");
      bar.setAttribute("role", "alert");
      var s = bar.style;
      s.position = "fixed"; s.inset = "auto 0 0 0"; s.maxHeight = "60vh"; s.overflow = "auto"; s.margin = "0";
      s.padding = "1rem"; s.background = "#7a1022"; s.color = "#fff"; s.zIndex = "1000"; s.whiteSpace = "pre-wrap"; s.font = "14px/1.5 monospace";
      document.body.appendChild(bar);
    }
    bar.textContent = text;
  }
  function hide() {
    if (bar) bar.remove();
    bar = null;
  }
  function page() {
    return fetch(location.pathname, { cache: "no-store" }).then(function (answer) { return answer.text(); });
  }
  var shown = page(); // a page that is the same keeps its scroll, what is open and what has been typed
  var source = new EventSource("/__vis/hendelser");
  source.addEventListener("nytt", function () {
    Promise.all([shown, page()]).then(function (texts) {
      if (texts[0] === texts[1]) hide();
      else location.reload();
    });
  });
  source.addEventListener("funn", function (event) { show(JSON.parse(event.data)); });
})();
