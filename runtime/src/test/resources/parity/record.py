"""Makes programs at random, runs them on asyncio, and prints both: what ParityTest compares with.

    python3.13 record.py FIRST_SEED COUNT > programs.txt

A program is a number of tasks, each a list of operations on objects that all of them share. Each
operation leaves a word in the trace when it ends; the order of these words is what asyncio and this
library must agree on.

Two things that CPython leaves open are settled here as the library does: timers that are due at
the same time fire in the order in which they were set, and a group cancels its tasks in the order
in which they were added.
"""

import asyncio
import random
import selectors
import sys


class Selector(selectors.DefaultSelector):
    """Lets virtual time pass instead of waiting; times are whole numbers."""

    loop = None

    def select(self, timeout=None):
        if timeout is None:
            raise RuntimeError("nothing will ever happen")
        if timeout > 0:
            self.loop.now = round(self.loop.now + timeout)
        return super().select(0)


class Loop(asyncio.SelectorEventLoop):
    def __init__(self):
        self.now = 0
        self.timers = 0
        selector = Selector()
        super().__init__(selector)
        selector.loop = self
        self._clock_resolution = 0.5

    def time(self):
        return self.now

    def call_at(self, when, callback, *args, context=None):
        self.timers += 1
        return super().call_at(when + self.timers * 1e-6, callback, *args, context=context)


class OrderedSet(dict):
    def add(self, item):
        self[item] = True

    def discard(self, item):
        self.pop(item, None)


# ---- making programs ----

LOCKS = ("lock", "sem", "bounded", "cond")
KINDS = {
    "sleep": 8, "acquire": 6, "release": 5, "with": 5, "event": 5, "cond": 6, "barrier": 5,
    "queue": 10, "cancel": 5, "timeout": 3, "waitfor": 3, "group": 3, "catch": 5, "shield": 2,
    "gather": 2, "wait": 2, "uncancel": 1, "fail": 1,
}


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        # Some programs are about one thing only.
        if self.random.random() < 0.5:
            chosen = self.random.sample(sorted(KINDS), 5) + ["sleep", "cancel"]
            self.kinds = {kind: KINDS[kind] for kind in chosen}
        else:
            self.kinds = KINDS
        self.tasks = self.random.randint(2, 5)

    def block(self, length, depth):
        return [self.operation(depth) for _ in range(self.random.randint(1, length))]

    def operation(self, depth):
        r = self.random
        kind = r.choices(list(self.kinds), list(self.kinds.values()))[0]
        if depth >= 3 and kind in ("with", "timeout", "waitfor", "group", "catch", "shield",
                                   "gather"):
            kind = "sleep"
        match kind:
            case "sleep":
                return ["sleep", r.choice([0, 0, 0, 1, 2, 3])]
            case "acquire" | "release":
                return [kind, r.choice(LOCKS)]
            case "with":
                return ["with", r.choice(LOCKS + ("barrier",)), *self.block(3, depth + 1)]
            case "event":
                return [r.choice(["event-wait", "event-set", "event-clear"])]
            case "cond":
                return r.choice([["cond-use"], ["cond-use"], ["cond-wait"], ["cond-signal", 1],
                                 ["cond-signal", 2], ["cond-signal-all"]])
            case "barrier":
                return [r.choice(["barrier-wait"] * 6 + ["barrier-reset", "barrier-abort"])]
            case "queue":
                queue = r.choice(["queue", "queue", "lifo", "priority"])
                return r.choice([["put", queue, r.randint(1, 9)], ["put", queue, r.randint(1, 9)],
                                 ["get", queue], ["get", queue], ["put-nowait", queue, 5],
                                 ["get-nowait", queue], ["task-done", queue], ["join", queue],
                                 ["qsize", queue], ["shutdown", queue, r.choice([0, 0, 1])]]
                                if r.random() < 0.3 else
                                [["put", queue, r.randint(1, 9)], ["get", queue]])
            case "cancel":
                return ["cancel", r.randrange(self.tasks)]
            case "timeout" | "waitfor":
                return [kind, r.choice([0, 1, 1, 2, 3]), *self.block(3, depth + 1)]
            case "group":
                spawned = [["spawn", *self.block(3, depth + 1)] for _ in range(r.randint(1, 3))]
                return ["group", *spawned, *self.block(2, depth + 1)]
            case "catch" | "shield":
                return [kind, *self.block(3, depth + 1)]
            case "gather":
                return ["gather", r.choice([0, 1]),
                        *[["spawn", *self.block(2, depth + 1)] for _ in range(r.randint(1, 3))]]
            case "wait":
                return ["wait", r.choice(["first", "failure", "all"]), r.choice([0, 1, 2, 3]),
                        *r.sample(range(self.tasks), r.randint(1, self.tasks))]
            case _:
                return [kind]


# ---- running them ----


class Failure(Exception):
    pass


NAMES = {
    asyncio.CancelledError: "cancelled", TimeoutError: "timeout", RuntimeError: "error",
    ValueError: "error", asyncio.BrokenBarrierError: "broken", asyncio.QueueEmpty: "empty",
    asyncio.QueueFull: "full", asyncio.QueueShutDown: "shutdown", Failure: "failure",
}


def name(exception):
    if isinstance(exception, ExceptionGroup):
        return "group[" + ",".join(map(name, exception.exceptions)) + "]"
    return NAMES[type(exception)]


class Run:
    def __init__(self):
        self.trace = []
        self.tasks = []
        self.numbers = 0
        self.lock = asyncio.Lock()
        self.sem = asyncio.Semaphore(2)
        self.bounded = asyncio.BoundedSemaphore(1)
        self.cond = asyncio.Condition()
        self.event = asyncio.Event()
        self.barrier = asyncio.Barrier(3)
        self.queue = asyncio.Queue(1)
        self.lifo = asyncio.LifoQueue(2)
        self.priority = asyncio.PriorityQueue(2)

    def task(self, block):
        """Returns the coroutine of a new task."""
        number = self.numbers
        self.numbers += 1
        return self.body(number, block)

    async def body(self, number, block):
        try:
            await self.block(number, block)
        except BaseException as e:
            self.trace.append(f"{number}:end={name(e)}")
            raise
        self.trace.append(f"{number}:end")

    async def block(self, number, block):
        for operation in block:
            try:
                result = await self.operation(number, operation)
            except BaseException as e:
                self.trace.append(f"{number}:{operation[0]}={name(e)}")
                raise
            self.trace.append(f"{number}:{operation[0]}{'' if result is None else f'={result}'}")

    async def operation(self, number, operation):
        kind, *rest = operation
        match kind:
            case "sleep":
                await asyncio.sleep(rest[0])
            case "acquire":
                await getattr(self, rest[0]).acquire()
            case "release":
                getattr(self, rest[0]).release()
            case "with":
                async with getattr(self, rest[0]) as value:
                    if value is not None:
                        self.trace.append(f"{number}:in={value}")
                    await self.block(number, rest[1:])
            case "event-wait":
                await self.event.wait()
            case "event-set":
                self.event.set()
            case "event-clear":
                self.event.clear()
            case "cond-use":
                async with self.cond:
                    await self.cond.wait()
            case "cond-wait":
                await self.cond.wait()
            case "cond-signal":
                async with self.cond:
                    self.cond.notify(rest[0])
            case "cond-signal-all":
                self.cond.notify_all()
            case "barrier-wait":
                return await self.barrier.wait()
            case "barrier-reset":
                await self.barrier.reset()
            case "barrier-abort":
                await self.barrier.abort()
            case "put":
                await getattr(self, rest[0]).put(rest[1])
            case "get":
                return await getattr(self, rest[0]).get()
            case "put-nowait":
                getattr(self, rest[0]).put_nowait(rest[1])
            case "get-nowait":
                return getattr(self, rest[0]).get_nowait()
            case "task-done":
                getattr(self, rest[0]).task_done()
            case "join":
                await getattr(self, rest[0]).join()
            case "qsize":
                return getattr(self, rest[0]).qsize()
            case "shutdown":
                getattr(self, rest[0]).shutdown(rest[1] == 1)
            case "cancel":
                return str(self.tasks[rest[0]].cancel()).lower()
            case "timeout":
                async with asyncio.timeout(rest[0]) as timeout:
                    await self.block(number, rest[1:])
                return str(timeout.expired()).lower()
            case "waitfor":
                await asyncio.wait_for(self.block(number, rest[1:]), rest[0])
            case "group":
                group = asyncio.TaskGroup()
                group._tasks = OrderedSet()
                async with group:
                    for operation in rest:
                        if operation[0] == "spawn":
                            group.create_task(self.task(operation[1:]))
                        else:
                            await self.block(number, [operation])
            case "catch":
                try:
                    await self.block(number, rest)
                except BaseException as e:
                    return name(e)
            case "shield":
                await asyncio.shield(self.task(rest))
            case "gather":
                results = await asyncio.gather(
                    *[self.task(operation[1:]) for operation in rest[1:]],
                    return_exceptions=rest[0] == 1)
                return ",".join("ok" if r is None else name(r) for r in results)
            case "wait":
                when = {"first": asyncio.FIRST_COMPLETED, "failure": asyncio.FIRST_EXCEPTION,
                        "all": asyncio.ALL_COMPLETED}[rest[0]]
                tasks = [self.tasks[i] for i in rest[2:]]
                done, _ = await asyncio.wait(tasks, timeout=rest[1], return_when=when)
                return "".join("1" if task in done else "0" for task in tasks)
            case "uncancel":
                return asyncio.current_task().uncancel()
            case "fail":
                raise Failure
            case _:
                raise AssertionError(kind)

    async def main(self, blocks):
        for block in blocks:
            self.tasks.append(asyncio.create_task(self.task(block)))
        await asyncio.sleep(20)
        # What still waits, waits for ever. All are told in turn, until none is left.
        me = asyncio.current_task()
        while len(asyncio.all_tasks()) > 1:
            left = [task for task in self.everything if not task.done() and task is not me]
            self.trace.append("left=" + str(len(left)))
            for task in left:
                task.cancel()
            # Who waits on a condition needs the lock, even to be cancelled.
            if self.cond.locked():
                self.cond.release()
            await asyncio.sleep(20)

    def state(self):
        locks = [self.lock.locked(), self.sem.locked(), self.bounded.locked(),
                 self.cond.locked(), self.event.is_set(), self.barrier.broken]
        numbers = [self.sem._value, self.bounded._value, self.barrier.n_waiting,
                   self.queue.qsize(), self.lifo.qsize(), self.priority.qsize()]
        return "state=" + "".join("1" if lock else "0" for lock in locks) + "," + ",".join(
            map(str, numbers))


def run(blocks):
    loop = Loop()
    loop.set_exception_handler(lambda loop, context: None)
    program = Run()
    program.everything = []

    def factory(loop, coroutine, **kwargs):
        task = asyncio.Task(coroutine, loop=loop, **kwargs)
        program.everything.append(task)
        return task

    loop.set_task_factory(factory)
    asyncio.set_event_loop(loop)
    try:
        loop.run_until_complete(program.main(blocks))
    finally:
        loop.close()
    program.trace.append(program.state())
    return program.trace


def text(thing):
    return "(" + " ".join(map(text, thing)) + ")" if isinstance(thing, list) else str(thing)


def main():
    first, count = map(int, sys.argv[1:])
    for seed in range(first, first + count):
        maker = Maker(seed)
        blocks = [maker.block(6, 0) for _ in range(maker.tasks)]
        print(f"seed {seed}")
        for block in blocks:
            print(text(block))
        print("=", *run(blocks))
        print()


main()
