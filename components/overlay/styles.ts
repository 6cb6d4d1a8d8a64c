/**
 * The card's stylesheet, for its shadow root. Colours and sizes are those of components/ui/theme.ts; nothing of the page
 * reaches in, nothing reaches out.
 */
export const CARD_STYLES = `
.root {
  --body: #ffffff; --text: #1a1d21; --dim: #5b626b; --border: #d5d9de; --hairline: #e4e7eb; --surface: #f7f8f9;
  --hover: #f2f4f6; --accent: #4263eb; --accent-text: #364fc7; --gain: #1f7a34; --loss: #c02626; --warn: #8f4700;
  --warn-back: #fff4e0; --skeleton: #eceef1;
  color-scheme: light;
  font: 13px/1.4 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
  color: var(--text); text-align: left; direction: ltr; letter-spacing: normal;
}
@media (prefers-color-scheme: dark) {
  .root {
    --body: #17191d; --text: #e6e8eb; --dim: #a1a6ae; --border: #3f444c; --hairline: #2c3037; --surface: #121417;
    --hover: #1f2227; --accent: #4263eb; --accent-text: #9db2fd; --gain: #63d17b; --loss: #ff8f8f; --warn: #ffc46b;
    --warn-back: #33260f; --skeleton: #24282e;
    color-scheme: dark;
  }
}
*, *::before, *::after { box-sizing: border-box; }
.dock { position: fixed; right: 12px; z-index: 9000; pointer-events: auto; }
.dock[data-side="left"] { right: auto; left: 12px; }
.card {
  width: 300px; max-width: calc(100vw - 24px); display: flex; flex-direction: column; overflow: hidden;
  background: var(--body); border: 1px solid var(--border); border-radius: 8px; box-shadow: 0 4px 16px rgb(0 0 0 / 12%);
}
.body { overflow-y: auto; overscroll-behavior: contain; scrollbar-width: thin; min-height: 0; }
.head { display: flex; align-items: center; gap: 4px; padding: 4px; border-bottom: 1px solid var(--hairline); min-height: 44px; }
.brand { font-size: 11px; font-weight: 600; color: var(--accent-text); margin-right: 4px; }
.tag { flex: none; padding: 0 6px; border-radius: 4px; background: var(--warn-back); color: var(--warn); font-size: 11px; font-weight: 600; line-height: 20px; }
.line .tag { padding: 0 4px; margin-right: 4px; line-height: 14px; }
.title { flex: 1; min-width: 0; line-height: 1.3; }
.name { font-weight: 500; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.part { padding: 8px 12px; border-bottom: 1px solid var(--hairline); display: grid; gap: 4px; }
.part:last-child { border-bottom: 0; }
.row { display: flex; align-items: baseline; justify-content: space-between; gap: 8px; min-height: 20px; }
.row.middle { align-items: center; }
.row > :first-child { min-width: 0; }
.row > .end { flex: none; text-align: right; }
.verdict { align-items: center; padding: 12px; }
.verdict .big { font-size: 20px; line-height: 1.2; }
.verdict .big .strong { font-weight: 600; }
.figure { font-variant-numeric: tabular-nums; white-space: nowrap; }
.strong { font-weight: 500; }
.about { color: var(--dim); font-weight: 400; margin-right: 1px; }
.dim { color: var(--dim); }
.small { font-size: 11px; }
.warn { color: var(--warn); }
[data-tone="gain"] { color: var(--gain); }
[data-tone="loss"] { color: var(--loss); }
.arrow { width: 0.8em; height: 0.8em; margin-left: 2px; fill: none; stroke: currentColor; stroke-width: 2; vertical-align: -0.06em; }
.icon { width: 16px; height: 16px; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
.dots { fill: currentColor; stroke: none; }
.explained { border-radius: 4px; cursor: default; }
.explained[data-estimated] { text-decoration: underline dotted var(--dim); text-underline-offset: 3px; text-decoration-thickness: 1px; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
button, select { font: inherit; color: inherit; letter-spacing: inherit; }
button { cursor: pointer; }
:focus { outline: none; }
:focus-visible { outline: 2px solid #5f7df8; outline-offset: 1px; }
.quiet { border: 0; background: none; border-radius: 4px; min-width: 28px; min-height: 28px; padding: 0; display: grid; place-items: center; color: var(--dim); flex: none; }
.quiet:hover { background: var(--hover); color: var(--text); }
.grip { cursor: ns-resize; touch-action: none; }
.button { border: 1px solid var(--border); background: var(--body); border-radius: 6px; min-height: 28px; padding: 0 10px; font-weight: 500; white-space: nowrap; }
.button:hover { background: var(--hover); }
.button.first { background: var(--accent); border-color: var(--accent); color: #fff; }
.button.first:hover { background: #3b5bdb; }
.button:disabled { opacity: 0.6; cursor: default; }
.link { border: 0; background: none; padding: 0; min-height: 24px; color: var(--accent-text); font-weight: 500; border-radius: 4px; text-align: left; }
.link:hover { text-decoration: underline; }
.select { border: 1px solid var(--border); background: var(--body); border-radius: 6px; min-height: 28px; padding: 0 4px 0 8px; font-weight: 500; max-width: 160px; }
.row.middle > .select { flex: none; }
.row.middle > .end { flex: 0 1 auto; }
.foot-bar { position: sticky; bottom: 0; z-index: 1; background: var(--body); border-top: 1px solid var(--hairline); margin-top: -1px; }
.actions { display: flex; align-items: center; gap: 6px; padding: 8px 12px; }
.actions .age { margin-left: auto; font-size: 11px; white-space: nowrap; }
.line { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.line:has(.tag) { white-space: normal; overflow-wrap: anywhere; }
.row.landed { padding: 0 12px 8px; margin-top: -6px; min-height: 22px; }
.best { display: inline-flex; align-items: center; margin-left: 6px; font-size: 11px; font-weight: 600; line-height: 1; vertical-align: -2px; }
.best .icon { width: 14px; height: 14px; stroke-width: 2.2; }
.candidates { display: flex; flex-wrap: wrap; gap: 4px; }
.candidates .button { white-space: normal; text-align: left; }
.foot { display: flex; align-items: center; gap: 6px; padding: 4px 12px; min-height: 32px; border-top: 1px solid var(--hairline); }
.ask { display: flex; gap: 6px; width: 100%; }
.field { flex: 1; min-width: 0; font: inherit; color: inherit; background: var(--body); border: 1px solid var(--border); border-radius: 6px; min-height: 28px; padding: 0 8px; }
.toast { display: flex; align-items: center; justify-content: space-between; gap: 8px; padding: 4px 12px; min-height: 36px; border-top: 1px solid var(--hairline); background: var(--surface); }
.note { padding: 6px 12px; background: var(--warn-back); color: var(--warn); border-bottom: 1px solid var(--hairline); font-size: 12px; }
.tablebox { overflow: auto; max-height: 220px; overscroll-behavior: contain; scrollbar-width: thin; border-bottom: 1px solid var(--hairline); }
table { border-collapse: collapse; width: 100%; font-size: 11px; font-variant-numeric: tabular-nums; }
th, td { text-align: right; padding: 0 4px; height: 26px; white-space: nowrap; font-weight: 400; }
thead th { position: sticky; top: 0; background: var(--surface); color: var(--dim); border-bottom: 1px solid var(--hairline); }
th:first-child { text-align: left; padding-left: 12px; position: sticky; left: 0; background: inherit; }
thead th:first-child { background: var(--surface); }
td:last-child, th:last-child { padding-right: 12px; }
tbody tr { background: var(--body); }
tbody tr:hover { background: var(--hover); }
tbody tr[aria-current] { background: var(--surface); font-weight: 500; }
td .strong { font-weight: inherit; }
td .arrow { display: none; }
tbody th .link { min-height: 26px; font-size: 11px; padding: 0; font-variant-numeric: tabular-nums; }
.state { padding: 12px; display: grid; gap: 8px; justify-items: start; }
.state h2 { margin: 0; font-size: 13px; font-weight: 600; }
.state p { margin: 0; color: var(--dim); }
.state p.warn { color: var(--warn); }
.state p:empty { margin-top: -8px; }
.state textarea { width: 100%; height: 84px; font: 11px/1.4 ui-monospace, Menlo, Consolas, monospace; color: inherit; background: var(--surface); border: 1px solid var(--border); border-radius: 6px; padding: 6px; resize: none; }
.choices { display: grid; gap: 4px; width: 100%; }
.choices .button { text-align: left; white-space: normal; padding: 4px 10px; }
.bone { display: block; background: var(--skeleton); border-radius: 4px; height: 12px; }
.bone.tall { height: 20px; }
.tab {
  display: flex; align-items: center; gap: 6px; height: 44px; min-width: 44px; padding: 0 12px; margin-right: -12px;
  background: var(--body); color: var(--text); border: 1px solid var(--border); border-right: 0; border-radius: 8px 0 0 8px;
  box-shadow: 0 4px 16px rgb(0 0 0 / 12%); font-size: 15px;
}
.tab:hover { background: var(--hover); }
[data-side="left"] .tab { margin: 0 0 0 -12px; border: 1px solid var(--border); border-left: 0; border-radius: 0 8px 8px 0; }
.tip {
  position: fixed; z-index: 9001; width: max-content; max-width: 264px; padding: 8px 12px; background: var(--body);
  border: 1px solid var(--border); border-radius: 8px; box-shadow: 0 4px 16px rgb(0 0 0 / 12%); pointer-events: auto;
}
.tip .strong { font-weight: 600; }
.tip dl { margin: 4px 0; }
.tip dl > div { display: flex; justify-content: space-between; gap: 16px; }
.tip dt { color: var(--dim); }
.tip dd { margin: 0; }
.card, .tab { animation: appear 120ms ease-out; }
[data-side="left"] .card, [data-side="left"] .tab { animation-name: appear-left; }
@keyframes appear { from { opacity: 0; transform: translateX(8px); } }
@keyframes appear-left { from { opacity: 0; transform: translateX(-8px); } }
@media (prefers-reduced-motion: reduce) { .card, .tab { animation: none; } }
@media (forced-colors: active) { [data-tone] { color: CanvasText; } }
`;
