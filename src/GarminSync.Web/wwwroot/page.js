// The little that a browser alone can do: tell its zone, keep secrets until a form is sent, open a dialog, move by arrow keys.
(() => {
  const keep = (name, value) => {
    const path = new URL(document.baseURI).pathname;
    document.cookie = `garminsync-${name}=${encodeURIComponent(value)}; path=${path}; max-age=${value ? 31536000 : 0}; samesite=strict`;
  };
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  keep("zone", zone);

  const moves = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  document.addEventListener("keydown", (event) => {
    const cell = moves[event.key] && event.target.closest("table[data-arrows] td");
    if (!cell) {
      return;
    }
    const [down, right] = moves[event.key];
    const row = cell.parentElement.parentElement.rows[cell.parentElement.sectionRowIndex + down];
    const next = row?.cells[cell.cellIndex + right]?.querySelector("button");
    if (next) {
      event.preventDefault();
      event.target.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
      next.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  });

  // A connection that the server does not know any more cannot be mended. The event does not bubble.
  document.addEventListener("components-reconnect-state-changed", (event) => {
    if (event.detail?.state === "rejected" || event.detail?.state === "resume-failed") {
      location.reload();
    }
  }, true);

  window.garminsync = {
    zone: () => zone,
    theme: (value) => {
      keep("theme", value);
      document.getElementById("dark").media = { dark: "all", light: "not all" }[value] ?? "(prefers-color-scheme: dark)";
      if (value) {
        document.documentElement.dataset.theme = value;
      } else {
        delete document.documentElement.dataset.theme;
      }
    },
    take: async (form) => {
      const values = {};
      for (const [name, value] of new FormData(form)) {
        values[name] = typeof value === "string" ? value : value.size <= 16384 ? await value.text() : "";
      }
      for (const secret of form.querySelectorAll("[data-secret]")) {
        secret.value = "";
      }
      return values;
    },
    open: (dialog) => dialog.showModal(),
    close: (dialog) => dialog.close(),
  };
})();
