import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plassering } from '../side/begreper';

const box = { width: 200, height: 60 };
const view = { width: 360, height: 640 };

test('an explanation stands below its word, and above where there is no room below', () => {
  assert.deepEqual(plassering({ left: 40, top: 100, width: 50, height: 20 }, box, view), { left: 40, top: 126 });
  assert.deepEqual(plassering({ left: 40, top: 600, width: 50, height: 20 }, box, view), { left: 40, top: 534 });
});

test('an explanation never leaves the window, whatever the word stands near', () => {
  assert.equal(plassering({ left: 330, top: 100, width: 20, height: 20 }, box, view).left, 154);
  assert.equal(plassering({ left: -5, top: 100, width: 20, height: 20 }, box, view).left, 6);
  assert.equal(plassering({ left: 40, top: 10, width: 20, height: 20 }, { width: 200, height: 900 }, view).top, 36);
});
