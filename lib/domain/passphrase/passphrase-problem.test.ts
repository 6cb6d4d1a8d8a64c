import { expect, test } from 'vitest';
import { passphraseProblem } from './passphrase-problem';

test.each([
  ['', /at least 10/],
  ['tin harbo', /at least 10/],
  ['aaaaaaaaaaaaaaaa', /repeats/],
  ['abababababababab', /repeats/],
  ['shoes1shoes1', /repeats/],
  ['3141592653589', /Digits/],
  ['abcdefghijklm', /alphabet/],
  ['qwertyuiopasdf', /keyboard/],
  ['zyxwvutsrqpon', /alphabet/],
  ['password2026!', /familiar/],
  ['!!Sneakerhead99', /familiar/],
  ['ＰＡＳＳＷＯＲＤ２０２６', /familiar/],
])('refuses %j and says why', (passphrase, words) => {
  expect(passphraseProblem(passphrase)).toMatch(words);
});

test.each([
  'tin harbour seldom',
  'correct horse battery',
  'Zwölf Boxkämpfer!',
  '靴箱の鍵は机の裏にある',
  '8392047561920384',
  'kR7#pw2!Lq9x',
])('accepts %j', (passphrase) => {
  expect(passphraseProblem(passphrase)).toBeNull();
});
