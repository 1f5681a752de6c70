import assert from "node:assert/strict";
import { it } from "node:test";
import { newSigner, noteText, openNote, signerOf, signNote } from "../../src/ledger/integrity/signed-note.ts";

it("opens a note that a trusted key has signed", () => {
  const signer = newSigner("veldan.example/ledger");
  const note = signNote("veldan.example/ledger\n5\nabc\n", signer);
  assert.equal(openNote(note, [signer.verifierKey]), "veldan.example/ledger\n5\nabc\n");
  assert.equal(openNote(note, [newSigner("veldan.example/ledger").verifierKey]), null);
  assert.equal(openNote(note.replace("\n5\n", "\n6\n"), [signer.verifierKey]), null);
  assert.equal(noteText(note), "veldan.example/ledger\n5\nabc\n");
  assert.equal(openNote("no note", [signer.verifierKey]), null);
});

it("reads a key back from its PEM", () => {
  const signer = newSigner("a");
  assert.deepEqual(signerOf("a", signer.privateKey), signer);
  assert.throws(() => newSigner("two words"), RangeError);
});

it("notices every changed byte of a note", () => {
  const signer = newSigner("a");
  const note = signNote("some\ntext\n", signer);
  for (let at = 0; at < note.length; at++)
    for (const other of "Aa1+ \n") {
      if (note[at] === other) continue;
      const changed = note.slice(0, at) + other + note.slice(at + 1);
      assert.notEqual(
        openNote(changed, [signer.verifierKey]),
        "some\ntext\n",
        `byte ${at} as ${JSON.stringify(other)}`,
      );
    }
});
