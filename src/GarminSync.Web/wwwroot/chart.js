// The crosshair of charts: one for all charts of a group and for the place on a map, by mouse, touch, and a range input for the arrow keys.
// Everything it shows was written by the server into data attributes; it only sets attributes of SVG and texts.
(() => {
  const split = (element, name, by) => (element.dataset[name] ? element.dataset[name].split(by) : []);
  // A map that is beside the charts belongs to them.
  const scope = (group) => group.closest("[data-shared]") ?? group;
  const groupOf = (element) => {
    const own = element.closest?.("[data-charts]");
    return own ?? element.closest?.("[data-shared]")?.querySelector("[data-charts]");
  };
  const nearest = (xs, x) => {
    let [low, high] = [0, xs.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      [low, high] = xs[middle] <= x ? [middle, high] : [low, middle];
    }
    return x - xs[low] <= xs[high] - x ? low : high;
  };

  // Groups of the same places have one crosshair; the values of the one that is pointed at are written out.
  const together = (group) => [group, ...(group.closest("[data-together]")?.querySelectorAll("[data-charts]") ?? [])].filter((one, index, all) => all.indexOf(one) === index);

  const show = (group, index) => together(group).forEach((one) => mark(one, index, one === group));

  const mark = (group, index, reads) => {
    const at = split(group, "x", " ")[index];
    if (at === undefined) {
      return;
    }
    const when = split(group, "when", "|")[index];
    const said = [];
    for (const plot of group.querySelectorAll("[data-plot]")) {
      const cross = plot.querySelector("[data-cross]");
      cross.setAttribute("x1", `${at}%`);
      cross.setAttribute("x2", `${at}%`);
      cross.setAttribute("visibility", "visible");
      const here = [];
      for (const dot of plot.querySelectorAll("[data-y]")) {
        const y = split(dot, "y", " ")[index];
        const text = split(dot, "text", "|")[index];
        dot.setAttribute("visibility", y === "-" ? "hidden" : "visible");
        if (y !== "-") {
          dot.setAttribute("cx", `${at}%`);
          dot.setAttribute("cy", y);
          here.push(text);
          said.push(`${dot.dataset.name} ${text}`);
        }
      }
      plot.closest(".chart").querySelector("[data-now]").textContent = here.join(" · ") || "–";
    }
    for (const place of scope(group).querySelectorAll("[data-places]")) {
      const [x, y] = (split(place, "places", " ")[index] ?? "-").split(",");
      place.setAttribute("visibility", y === undefined ? "hidden" : "visible");
      if (y !== undefined) {
        place.setAttribute("cx", x);
        place.setAttribute("cy", y);
      }
    }
    // Read out when the range has the focus. A live region would talk at each move of the mouse, and say it twice to the keys.
    const range = group.querySelector("input[type=range]");
    range.value = index;
    range.setAttribute("aria-valuetext", [when, ...said].join(", "));
    if (reads) {
      group.querySelector("[data-read]").textContent = [when, ...said].join(", ");
    }
    group.dataset.live = "";
  };

  const hide = (group) => together(group).forEach(clear);

  const clear = (group) => {
    for (const mark of scope(group).querySelectorAll("[data-cross], [data-y], [data-places]")) {
      mark.setAttribute("visibility", "hidden");
    }
    const read = group.querySelector("[data-read]");
    read.textContent = read.dataset.hint;
    delete group.dataset.live;
  };

  const point = (event) => {
    const plot = event.target.closest?.("[data-plot]");
    const map = event.target.closest?.("[data-map]");
    const group = (plot || map) && groupOf(event.target);
    if (!group) {
      return;
    }
    if (plot) {
      const box = plot.getBoundingClientRect();
      show(group, nearest(split(group, "x", " ").map(Number), ((event.clientX - box.left) / box.width) * 100));
      return;
    }
    const here = new DOMPoint(event.clientX, event.clientY).matrixTransform(map.getScreenCTM().inverse());
    let [best, least] = [-1, Infinity];
    split(map.querySelector("[data-places]"), "places", " ").forEach((place, index) => {
      const [x, y] = place.split(",").map(Number);
      const far = (x - here.x) ** 2 + (y - here.y) ** 2;
      if (far < least) {
        [best, least] = [index, far];
      }
    });
    show(group, best);
  };

  document.addEventListener("pointermove", point);
  document.addEventListener("pointerdown", point);
  document.addEventListener("pointerout", (event) => {
    const group = event.pointerType === "mouse" && event.target.closest?.("[data-plot], [data-map]") && groupOf(event.target);
    if (group && !event.relatedTarget?.closest?.("[data-plot], [data-map]") && !group.contains(document.activeElement)) {
      hide(group);
    }
  });
  const ranged = (event) => {
    const group = event.target.matches?.("[data-charts] > input[type=range]") && event.target.parentElement;
    if (group) {
      show(group, Number(event.target.value));
    }
  };
  document.addEventListener("input", ranged);
  document.addEventListener("focusin", ranged);
  document.addEventListener("focusout", (event) => {
    const group = event.target.matches?.("[data-charts] > input[type=range]") && event.target.parentElement;
    if (group) {
      hide(group);
    }
  });
})();
