// Keeps the part of a page that changes up to date, and never under the hands of whoever uses it. Without this the page is the same, as it was
// when it was loaded.
"use strict";
(() => {
  const live = document.querySelector("[data-live]");
  const bar = document.querySelector("[data-live-bar]");
  if (!live || !bar) {
    return;
  }

  const seen = 5000, hidden = 30000, late = 30000, longest = 60000;
  const state = bar.querySelector("[data-live-state]");
  const show = bar.querySelector("[data-live-show]");
  const pause = bar.querySelector("[data-live-pause]");
  const say = bar.querySelector("[data-live-say]");
  let tag = null, waiting = null, updated = Date.now(), failures = 0, timer = 0, isGone = false;

  const isPaused = () => pause.checked;
  const remember = (name, value) => { try { localStorage.setItem(name, value); } catch { /* a browser that keeps nothing asks again */ } };
  const remembered = name => { try { return localStorage.getItem(name); } catch { return null; } };

  /** Somebody points at it, is in it with the keyboard, has marked some of it, or has opened a form in it. */
  const isInUse = () => {
    const marked = document.getSelection();
    return live.matches(":hover") || live.contains(document.activeElement)
      || (marked && !marked.isCollapsed && live.contains(marked.anchorNode));
  };

  const rows = root => new Map([...root.querySelectorAll("[data-key]")].map(row => [row.dataset.key, row.dataset.version]));

  /** How many rows are new, gone or another version. */
  const changes = next => {
    const [before, after] = [rows(live), rows(next)];
    return [...new Set([...before.keys(), ...after.keys()])].filter(key => before.get(key) !== after.get(key)).length;
  };

  const tell = (text, count) => text.replace("{n}", count);

  const apply = () => {
    const focused = document.activeElement && live.contains(document.activeElement) ? document.activeElement.id : "";
    live.replaceChildren(...waiting.childNodes);
    waiting = null;
    show.hidden = true;
    if (focused) {
      document.getElementById(focused)?.focus();
    }
  };

  const offer = () => {
    const count = changes(waiting);
    if (!isInUse() && !isPaused()) {
      if (count > 0) {
        say.textContent = tell(bar.dataset.changes, count).split(" - ")[0];
      }
      apply();
    } else if (count > 0) {
      show.textContent = tell(bar.dataset.changes, count);
      show.hidden = false;
      say.textContent = show.textContent;
    }
  };

  const poll = async () => {
    try {
      const answer = await fetch(live.dataset.live, { headers: tag ? { "If-None-Match": tag } : {}, cache: "no-store", redirect: "error" });
      if (answer.status === 401 || answer.status === 403) {
        isGone = true;
      } else if (answer.status === 304 || answer.ok) {
        if (answer.ok && answer.status !== 304) {
          tag = answer.headers.get("ETag");
          waiting = new DOMParser().parseFromString(await answer.text(), "text/html").body;
          offer();
        }
        [failures, updated] = [0, Date.now()];
      } else {
        failures++;
      }
    } catch {
      failures++;
    }
    next();
  };

  const next = () => {
    clearTimeout(timer);
    if (!isGone) {
      const wait = document.hidden ? hidden : Math.min(longest, seen * 2 ** failures);
      timer = setTimeout(poll, wait * (0.9 + 0.2 * Math.random()));
    }
  };

  const tick = () => {
    const age = Date.now() - updated;
    state.textContent = isGone ? bar.dataset.gone : tell(age > late ? bar.dataset.late : bar.dataset.updated, Math.round(age / 1000));
    state.className = isGone || age > late ? "state late" : "state";
    if (waiting && !isInUse() && !isPaused()) {
      offer();
    }
  };

  pause.checked = remembered("pause") === "yes";
  pause.addEventListener("change", () => remember("pause", pause.checked ? "yes" : "no"));
  show.addEventListener("click", apply);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) { clearTimeout(timer); poll(); } });
  bar.hidden = false;
  setInterval(tick, 1000);
  next();
})();
