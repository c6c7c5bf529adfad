"use strict";

// Gathers what a reviewer rules, and gives the file of decisions back with it. Entries are written as
// decisions/writing.py writes them. Like its neighbour it makes no markup out of text, and holds no words of its own.
(() => {
  const desk = document.querySelector(".desk");
  const form = document.querySelector("template.ruling-form");
  if (!desk || !form) return;

  const frame = JSON.parse(desk.dataset.frame);
  const by = desk.querySelector("input");
  const status = desk.querySelector(".told");
  const made = new Map(); // by the button of its finding
  let open = null;
  let unsaved = false;

  const today = () => {
    const now = new Date();
    const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    return parts.map((part) => String(part).padStart(2, "0")).join("-");
  };

  // ---- the file ----

  const whole = (text) => text.replace(/\p{Surrogate}/gu, "\ufffd").trim();
  const code = (char) => "\\u" + char.charCodeAt(0).toString(16).padStart(4, "0");
  const quoted = (text) => JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, code);
  const entry = (ruling) => {
    const lines = [
      ["requirement", quoted(ruling.requirement)],
      ["plan", quoted(ruling.plan)],
      ["action", ruling.action],
      ["verdict", ruling.verdict],
      ["reason", quoted(ruling.reason)],
      ["by", quoted(whole(by.value))],
      ["date", ruling.date],
      ["expires", ruling.expires],
      ["passage", ruling.passage && quoted(ruling.passage)],
    ].filter(([, value]) => value).map(([key, value]) => `${key}: ${value}`);
    if (frame.flow) return `{${lines.join(", ")}}`;
    const margin = " ".repeat(frame.indent);
    return lines.map((line, at) => `${margin}${at ? "  " : "- "}${line}${frame.newline}`).join("");
  };
  const save = () => {
    if (!whole(by.value)) {
      by.focus();
      return;
    }
    const text = frame.head + frame.lead + [...made.values()].map(entry).join(frame.between) + frame.tail;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/yaml" }));
    link.download = frame.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    unsaved = false;
    status.textContent = status.dataset.saved.replace("{n}", made.size);
  };

  // ---- the form ----

  const tag = (button) => {
    const tags = button.closest(".finding").querySelector(".tags");
    const old = tags.querySelector(".fresh");
    if (old) old.remove();
    const ruling = made.get(button);
    if (!ruling) return;
    const mark = document.createElement("span");
    mark.className = "tag ruled fresh";
    mark.textContent = ruling.told;
    tags.append(mark);
  };
  const count = () => {
    unsaved = made.size > 0;
    desk.hidden = made.size === 0;
    status.textContent = status.dataset.words.replace("{n}", made.size);
  };
  const close = (button) => {
    if (open) open.remove();
    open = null;
    if (button) button.focus();
  };
  const keep = (button, box) => {
    const chosen = box.querySelector("input[type=radio]:checked");
    const select = box.querySelector("select");
    const reason = whole(box.querySelector("textarea").value);
    const day = box.querySelector("input[type=date]");
    const until = chosen && chosen.value === "waive" ? day.value : "";
    if (!chosen || !reason || day.validity.badInput || (until && until < today())) {
      box.querySelector(".incomplete").hidden = false;
      return;
    }
    const overruled = chosen.value === "overrule";
    const verdict = overruled ? select.value : "";
    const told = chosen.dataset.word + (overruled ? ` ${select.selectedOptions[0].textContent}` : "");
    made.delete(button); // what is ruled anew is the last ruling
    made.set(button, {
      requirement: button.dataset.requirement,
      plan: button.closest("[data-plan]").dataset.plan,
      action: chosen.value,
      verdict,
      reason,
      date: today(),
      expires: until,
      passage: button.dataset.passage,
      told: `${told} · ${reason}`,
    });
    tag(button);
    count();
    close(button);
  };
  const rule = (button) => {
    close();
    const box = form.content.firstElementChild.cloneNode(true);
    const radios = [...box.querySelectorAll("input[type=radio]")];
    const fit = () => {
      const chosen = radios.find((radio) => radio.checked);
      box.querySelector(".should").hidden = !chosen || chosen.value !== "overrule";
      box.querySelector(".until").hidden = !chosen || chosen.value !== "waive";
    };
    const before = made.get(button);
    if (before) {
      radios.find((radio) => radio.value === before.action).checked = true;
      if (before.verdict) box.querySelector("select").value = before.verdict;
      box.querySelector("textarea").value = before.reason;
      box.querySelector("input[type=date]").value = before.expires;
    }
    box.querySelector("input[type=date]").min = today();
    box.addEventListener("change", fit);
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close(button);
      event.stopPropagation();
    });
    box.querySelector(".keep").addEventListener("click", () => keep(button, box));
    box.querySelector(".cancel").addEventListener("click", () => {
      made.delete(button);
      tag(button);
      count();
      close(button);
    });
    fit();
    button.after(box);
    open = box;
    radios[0].focus();
  };

  for (const button of document.querySelectorAll("button.rule")) {
    button.hidden = false;
    button.addEventListener("click", () => rule(button));
  }
  desk.querySelector(".save").addEventListener("click", save);
  addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });
})();
