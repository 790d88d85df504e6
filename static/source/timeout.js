// Warns before the session ends, and puts the page out of sight when it has ended.
//
// The server alone ends a session; this only says so in time. It asks the server for nothing by itself, so that a
// forgotten tab cannot keep a session alive, and it listens to the other tabs, so that work in one is known in all.

const MINUTE = 60_000;

export function watchTheClock() {
  const banner = document.querySelector(".app-timeout");
  if (!banner) {
    return;
  }
  const { idleMinutes, warnMinutes, stayUrl } = banner.dataset;
  const [warning, ended] = banner.querySelectorAll("[data-part]");
  const otherTabs = new BroadcastChannel("prevent-cases-activity");
  let timers = [];

  function startAgain() {
    timers.forEach(clearTimeout);
    banner.hidden = true;
    const end = new Date(Date.now() + idleMinutes * MINUTE);
    banner.querySelector("time").textContent = end.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    timers = [
      setTimeout(() => show(warning), warnMinutes * MINUTE),
      setTimeout(lock, idleMinutes * MINUTE),
    ];
  }

  function show(part) {
    warning.hidden = part !== warning;
    ended.hidden = part !== ended;
    banner.hidden = false;
  }

  function lock() {
    otherTabs.close();
    document.querySelector("main").hidden = true;
    show(ended);
  }

  function active() {
    startAgain();
    otherTabs.postMessage("active");
  }

  banner.querySelector("button").addEventListener("click", async () => {
    const answer = await fetch(stayUrl, { headers: { Accept: "text/plain" } }).catch(() => null);
    if (answer?.ok && !answer.redirected) {
      active();
    } else {
      lock();
    }
  });
  otherTabs.addEventListener("message", startAgain);
  active();
}
