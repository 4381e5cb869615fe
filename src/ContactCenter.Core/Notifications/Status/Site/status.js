// Marks an update that was promised and has not come, and puts times into the clock of the reader. Without it the page is the same, by the
// clock of the center.
"use strict";
(() => {
  const clock = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
  for (const time of document.querySelectorAll("time[datetime]")) {
    time.textContent = clock.format(new Date(time.dateTime));
  }

  const mark = () => {
    for (const promise of document.querySelectorAll("[data-next]")) {
      promise.querySelector(".late").hidden = new Date(promise.dataset.next) > new Date();
    }
  };

  mark();
  setInterval(mark, 30000);

  // whoever comes back to the page after a while sees it as it is now; while somebody reads, nothing moves
  let left = 0;
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      left = Date.now();
    } else if (left && Date.now() - left > 60000) {
      location.reload();
    }
  });
})();
