"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const { words, verdicts, rules, columns, rows } = data;
  const at = (id) => document.getElementById(id);
  const canvas = at("map"), scroller = at("scroller"), room = at("room"), told = at("told"), frame = at("frame");
  const LABEL = 190, HEAD = 92, ROW = 18, NARROWEST = 9, WIDEST = 26;
  const NAMES = { c: "covered", e: "exceeded", w: "weakened", o: "omitted", n: "na" };
  const [PLACE, SHOWN, TITLE, RATE, VERDICTS, RULES, REVIEW, LINK] = [0, 1, 2, 3, 4, 5, 6, 7];
  let shown = [], order = [], wide = NARROWEST, focus = null, pending = false;

  /* the page's own colours, which change with the screen's */
  let paint = {};
  const colours = () => {
    const style = getComputedStyle(document.documentElement);
    const of = (name) => style.getPropertyValue(name).trim();
    paint = { ink: of("--ink"), faint: of("--faint"), paper: of("--paper"), rule: of("--rule"), focus: of("--focus") };
    for (const letter in NAMES) paint[letter] = of(`--${NAMES[letter]}-bar`);
    paint.c = of("--covered-soft"); paint.n = of("--na-soft"); paint.e = of("--exceeded-bar");
  };

  const count = (column, letter, among) => among.reduce((sum, row) => sum + (rows[row][VERDICTS][column] === letter), 0);

  const choose = () => {
    const province = at("province").value, list = at("baseline") ? at("baseline").value : "";
    const wanted = at("search").value.trim().toLowerCase();
    shown = rows.map((_, n) => n).filter((n) => {
      const row = rows[n];
      if (province && row[PLACE][0] !== province) return false;
      return !wanted || (row[PLACE].join("") + " " + row[SHOWN] + " " + row[TITLE]).toLowerCase().includes(wanted);
    });
    const rate = (n) => (rows[n][RATE] === null ? 2 : rows[n][RATE]);
    const by = at("sort").value;
    if (by === "by-rate-up") shown.sort((a, b) => rate(a) - rate(b) || a - b);
    if (by === "by-rate-down") shown.sort((a, b) => (rate(b) % 2) - (rate(a) % 2) || a - b);
    order = columns.map((_, n) => n).filter((n) => !list || columns[n][2] === list);
    const letter = { "by-omitted": "o", "by-weakened": "w" }[at("columns").value];
    if (letter) {
      const counts = columns.map((_, n) => count(n, letter, shown));
      order.sort((a, b) => counts[b] - counts[a] || a - b);
    }
    focus = null;
    size();
  };

  const size = () => {
    const ratio = window.devicePixelRatio || 1, width = frame.clientWidth, height = frame.clientHeight;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.width = width + "px";
    canvas.style.height = height + "px";
    canvas.getContext("2d").setTransform(ratio, 0, 0, ratio, 0, 0);
    wide = Math.max(NARROWEST, Math.min(WIDEST, Math.floor((width - LABEL - 18) / Math.max(order.length, 1))));
    room.style.width = LABEL + order.length * wide + "px";
    room.style.height = HEAD + shown.length * ROW + "px";
    draw();
  };

  const soon = () => {
    if (!pending) {
      pending = true;
      requestAnimationFrame(() => { pending = false; draw(); });
    }
  };

  const label = (row) => row[PLACE].filter(Boolean).slice(-2).join(" ") || row[SHOWN];

  /* only what is in sight is drawn */
  const draw = () => {
    const pen = canvas.getContext("2d"), width = frame.clientWidth, height = frame.clientHeight;
    const left = scroller.scrollLeft, top = scroller.scrollTop;
    pen.fillStyle = paint.paper;
    pen.fillRect(0, 0, width, height);
    const firstRow = Math.floor(top / ROW), lastRow = Math.min(shown.length, Math.ceil((top + height - HEAD) / ROW));
    const first = Math.floor(left / wide), last = Math.min(order.length, Math.ceil((left + width - LABEL) / wide));
    for (let r = firstRow; r < lastRow; r += 1) {
      const row = rows[shown[r]], y = HEAD + r * ROW - top;
      for (let c = first; c < last; c += 1) {
        const colour = paint[row[VERDICTS][order[c]]];
        if (colour) {
          pen.fillStyle = colour;
          pen.fillRect(LABEL + c * wide - left, y, wide - 1, ROW - 1);
        }
      }
    }
    heads(pen, first, last, left, width);
    labels(pen, firstRow, lastRow, top, height);
    if (focus) {
      pen.strokeStyle = paint.focus;
      pen.lineWidth = 2;
      pen.strokeRect(LABEL + focus[1] * wide - left, HEAD + focus[0] * ROW - top, wide - 1, ROW - 1);
    }
    pen.fillStyle = paint.paper;
    pen.fillRect(0, 0, LABEL, HEAD);
  };

  const heads = (pen, first, last, left, width) => {
    pen.fillStyle = paint.paper;
    pen.fillRect(0, 0, width, HEAD);
    pen.fillStyle = paint.ink;
    pen.font = "11px system-ui, sans-serif";
    const step = Math.ceil(12 / wide);
    for (let c = first - (first % step); c < last; c += step) {
      pen.save();
      pen.translate(LABEL + c * wide - left + wide / 2 + 3, HEAD - 4);
      pen.rotate(-Math.PI / 2);
      pen.fillText(columns[order[c]][0], 0, 0, HEAD - 8);
      pen.restore();
    }
  };

  const labels = (pen, first, last, top, height) => {
    pen.fillStyle = paint.paper;
    pen.fillRect(0, HEAD, LABEL, height);
    pen.font = "12px system-ui, sans-serif";
    for (let r = first; r < last; r += 1) {
      const row = rows[shown[r]], y = HEAD + r * ROW - top + 13;
      if (y < HEAD) continue;
      pen.fillStyle = paint.ink;
      pen.fillText(label(row), 4, y, LABEL - 56);
      pen.fillStyle = paint.faint;
      pen.fillText(row[RATE] === null ? "–" : (100 * row[RATE]).toFixed(0) + "%", LABEL - 42, y);
    }
  };

  const cell = (event) => {
    const box = scroller.getBoundingClientRect(), x = event.clientX - box.left, y = event.clientY - box.top;
    if (y < HEAD) return null;
    const r = Math.floor((y - HEAD + scroller.scrollTop) / ROW);
    const c = x < LABEL ? -1 : Math.floor((x - LABEL + scroller.scrollLeft) / wide);
    return r >= 0 && r < shown.length && c < order.length ? [r, c] : null;
  };

  const tell = (place) => {
    if (!place) { told.textContent = ""; return; }
    const row = rows[shown[place[0]]], where = row[PLACE].join("") || row[SHOWN];
    const rate = row[RATE] === null ? "–" : (100 * row[RATE]).toFixed(1) + "%";
    let text = `${where} · ${row[TITLE] || row[SHOWN]} · ${words.rate} ${rate}`;
    if (place[1] >= 0) {
      const column = order[place[1]], rule = rules[row[RULES].charCodeAt(column) - 65];
      text = `${columns[column][0]} ${columns[column][1]} · ${verdicts[row[VERDICTS][column]]}`
        + (rule ? ` (${rule[0]} ${rule[1]})` : "") + (row[REVIEW][column] === "1" ? ` · ${words.review}` : "")
        + ` — ${where}`;
    }
    told.textContent = text;
  };

  const open = (place) => {
    const row = place && rows[shown[place[0]]];
    if (!row || !row[LINK]) return;
    const mark = place[1] >= 0 ? "#" + encodeURIComponent(columns[order[place[1]]][0]) : "";
    window.location.href = row[LINK] + mark;
  };

  const move = (event) => {
    const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
    const pages = { PageUp: [-20, 0], PageDown: [20, 0], Home: [0, -1e6], End: [0, 1e6] };
    if (event.key === "Enter") { open(focus); return; }
    const step = steps[event.key] || pages[event.key];
    if (!step || !shown.length || !order.length) return;
    event.preventDefault();
    const limit = (n, most) => Math.max(0, Math.min(most - 1, n));
    focus = focus ? [limit(focus[0] + step[0], shown.length), limit(focus[1] + step[1], order.length)] : [0, 0];
    const x = focus[1] * wide, y = focus[0] * ROW;
    const across = frame.clientWidth - LABEL - 20, down = frame.clientHeight - HEAD - 20;
    if (x < scroller.scrollLeft || x > scroller.scrollLeft + across - wide) scroller.scrollLeft = x - across / 2;
    if (y < scroller.scrollTop || y > scroller.scrollTop + down - ROW) scroller.scrollTop = y - down / 2;
    tell(focus);
    soon();
  };

  /* what lies in a province opens with it */
  const fold = (button) => {
    const row = button.closest("tr"), depth = Number(row.dataset.depth), opens = button.ariaExpanded !== "true";
    button.setAttribute("aria-expanded", String(opens));
    for (let next = row.nextElementSibling; next && Number(next.dataset.depth) > depth; next = next.nextElementSibling) {
      next.hidden = !opens || Number(next.dataset.depth) > depth + 1;
      const inner = next.querySelector("button");
      if (inner) inner.setAttribute("aria-expanded", "false");
    }
  };

  scroller.addEventListener("scroll", soon, { passive: true });
  scroller.addEventListener("mousemove", (event) => { focus = cell(event); tell(focus); soon(); });
  scroller.addEventListener("mouseleave", () => { focus = null; tell(null); soon(); });
  scroller.addEventListener("click", (event) => open(cell(event)));
  canvas.addEventListener("keydown", move);
  scroller.addEventListener("keydown", move);
  at("choices").addEventListener("input", choose);
  at("choices").addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("resize", size);
  for (const button of document.querySelectorAll("#areas button")) {
    button.addEventListener("click", () => fold(button));
    if (rows.length > 20) { button.setAttribute("aria-expanded", "true"); fold(button); }
  }
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", () => { colours(); draw(); });
  colours();
  choose();
})();
