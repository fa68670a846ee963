/** Something the person at the machine can do something about: said in words, without a stack. */
export class SetupError extends Error {
  /**
   * @param {string} message What is wrong.
   * @param {string} [advice] What to do about it.
   */
  constructor(message, advice) {
    super(advice ? `${message}\n${advice}` : message);
    this.name = 'SetupError';
  }
}
