/**
 * One lint rule oxlint does not have: code of lib/domain must give the same answer for the same arguments, so it
 * may not ask the machine for the time or for chance. `new Date(ms)` and `Date.UTC(...)` stay allowed.
 */
const WORDS = {
  clock: 'Domain code has no clock: take `now: Instant` as an argument.',
  chance: 'Domain code has no chance: take a seeded generator as an argument.',
};

/** The name of a global, whether written `Date` or `globalThis.Date`; null for anything else. */
function globalName(node) {
  if (node.type === 'Identifier') return node.name;
  const viaGlobalThis = node.type === 'MemberExpression' && node.object.type === 'Identifier';
  return viaGlobalThis && node.object.name === 'globalThis' ? propertyName(node) : null;
}

function propertyName(member) {
  return member.computed ? (member.property.value ?? null) : member.property.name;
}

const noClockOrChance = {
  meta: { type: 'problem', messages: WORDS, schema: [] },
  create(context) {
    const bareDate = (node) => {
      if (globalName(node.callee) === 'Date' && (node.type === 'CallExpression' || node.arguments.length === 0)) {
        context.report({ node, messageId: 'clock' });
      }
    };
    return {
      NewExpression: bareDate,
      CallExpression: bareDate,
      MemberExpression(node) {
        const path = `${globalName(node.object)}.${propertyName(node)}`;
        if (path === 'Date.now') context.report({ node, messageId: 'clock' });
        if (path === 'Math.random') context.report({ node, messageId: 'chance' });
      },
    };
  },
};

export default { meta: { name: 'purity' }, rules: { 'no-clock-or-chance': noClockOrChance } };
