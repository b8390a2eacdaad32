const { TestEnvironment } = require('jest-environment-node');

const NOTHING = /(?!)/;

/** One failing test tells that a mutant is seen: the others are skipped, which Jest by itself does only between files. */
module.exports = class StopsAtFirstFailure extends TestEnvironment {
  async handleTestEvent(event, state) {
    if (event.name === 'test_done' && event.test.errors.length > 0) state.testNamePattern = NOTHING;
  }
};
