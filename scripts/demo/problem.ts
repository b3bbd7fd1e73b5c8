/** Something the person at the keyboard can mend: its message is the whole explanation, with the way out. */
export class Problem extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(sentence, { cause })
    this.name = 'Problem'
  }
}
