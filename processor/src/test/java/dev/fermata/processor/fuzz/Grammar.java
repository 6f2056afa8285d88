package dev.fermata.processor.fuzz;

import java.util.Random;

/** What makes the constructs of one program, each family in a class of its own. */
final class Grammar {
  /** The version of the language. */
  final int java;

  final Random random;
  final Scope scope;
  final Functions functions;
  final Expressions expressions;
  final Awaits awaits;
  final Numbers numbers;
  final Calls calls;
  final Lambdas lambdas;
  final Patterns patterns;
  final Switches switches;
  final Statements statements;
  final Choices choices;
  final Loops loops;
  final Handlers handlers;
  final Jumps jumps;
  final LocalTypes localTypes;
  final Consumers consumers;
  final Bodies bodies;

  /**
   * A new one.
   *
   * @param java the version of the language
   * @param inherits whether the program's type extends another
   */
  Grammar(Random random, int java, boolean inherits) {
    this.java = java;
    this.random = random;
    this.scope = new Scope(random);
    this.functions = new Functions(this, inherits);
    this.expressions = new Expressions(this);
    this.awaits = new Awaits(this);
    this.numbers = new Numbers(this);
    this.calls = new Calls(this);
    this.lambdas = new Lambdas(this);
    this.patterns = new Patterns(this);
    this.switches = new Switches(this);
    this.statements = new Statements(this);
    this.choices = new Choices(this);
    this.loops = new Loops(this);
    this.handlers = new Handlers(this);
    this.jumps = new Jumps(this);
    this.localTypes = new LocalTypes(this);
    this.consumers = new Consumers(this);
    this.bodies = new Bodies(this);
  }

  /** The object whose functions are running, in whatever class an expression stands. */
  String self() {
    return functions.type() + ".this";
  }
}
