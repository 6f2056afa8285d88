"""The programs of Competitor.java on CPython's asyncio.

Arguments: rows, as the table names them, or points of the plots (depth=100, count=100). Prints a
line for each: its name, and the figure in the unit of the table.
"""

import asyncio
import gc
import os
import sys
import threading
import time


async def give_way(turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    return turns


async def switches(tasks, turns):
    started = [asyncio.create_task(give_way(turns)) for _ in range(tasks)]
    return sum([await task for task in started])


async def mix(a, b):
    return (a * 31 + b) & 0xFFFFFF


async def calls(n):
    mixed = 0
    for i in range(n):
        mixed = await mix(mixed, i)
    return mixed


async def fib(n):
    return n if n < 2 else await fib(n - 1) + await fib(n - 2)


async def deep(depth, turns):
    return await give_way(turns) if depth == 0 else 1 + await deep(depth - 1, turns)


async def recurse(depth):
    return 0 if depth == 0 else 1 + await recurse(depth - 1)


async def same(i):
    return i


async def spawn(n):
    return sum([await asyncio.create_task(same(i)) for i in range(n)])


async def gather(n):
    return sum(await asyncio.gather(*[same(i) for i in range(n)]))


async def produce(queue, n):
    for i in range(n):
        await queue.put(i)


async def channel(capacity, n):
    queue = asyncio.Queue(capacity)
    producer = asyncio.create_task(produce(queue, n))
    total = 0
    for _ in range(n):
        total += await queue.get()
    await producer
    return total


def count(n):
    for i in range(n):
        yield i


async def generate(n):
    return sum(count(n))


async def wait_for(future, depth):
    return await future + 1 if depth == 1 else await wait_for(future, depth - 1) + 1


def resident():
    gc.collect()
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


async def memory(tasks, depth):
    loop = asyncio.get_running_loop()
    before = resident()
    futures = []
    started = []
    for _ in range(tasks):
        future = loop.create_future()
        futures.append(future)
        started.append(asyncio.create_task(wait_for(future, depth)))
    await asyncio.sleep(0)
    figure = (resident() - before) / tasks
    for future in futures:
        future.set_result(0)
    assert await started[-1] == depth
    return figure


async def rest(millis):
    await asyncio.sleep(millis / 1000)
    return 1


def millis(task, at_most):
    mixed = task * 0x9E3779B1 & 0xFFFFFFFF
    return (mixed - (1 << 32) if mixed & 1 << 31 else mixed) % (at_most + 1)


async def sleeps(tasks, at_most):
    return sum(await asyncio.gather(*[rest(millis(i, at_most)) for i in range(tasks)]))


class Exchange:
    def __init__(self):
        self.question = None
        self.asking = threading.Semaphore(0)


async def answer(exchange, n):
    loop = asyncio.get_running_loop()
    exchange.loop = loop
    exchange.question = loop.create_future()
    exchange.asking.release()
    for _ in range(n):
        exchange.value = await exchange.question
        exchange.question = loop.create_future()
        exchange.asking.release()


def round_trips(n):
    exchange = Exchange()
    thread = threading.Thread(target=lambda: asyncio.run(answer(exchange, n)))
    thread.start()
    exchange.asking.acquire()
    for i in range(n):
        exchange.loop.call_soon_threadsafe(exchange.question.set_result, i)
        exchange.asking.acquire()
        assert exchange.value == i
    thread.join()


def per_operation(program, operations, expected):
    best = None
    for _ in range(3):
        start = time.process_time_ns()
        assert asyncio.run(program()) == expected
        nanos = (time.process_time_ns() - start) / operations
        best = nanos if best is None else min(best, nanos)
    return best


def processor_seconds(program):
    start = time.process_time()
    program()
    return time.process_time() - start


def deepest():
    sys.setrecursionlimit(10_000_000)
    works, fails = 0, 1_000_001
    while fails - works > max(1, works // 1000):
        middle = 1_000_000 if fails > 1_000_000 else (works + fails) // 2
        # Too deep a recursion ends the process.
        child = os.fork()
        if child == 0:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
            try:
                os._exit(0 if asyncio.run(recurse(middle)) == middle else 1)
            except BaseException:
                os._exit(1)
        works, fails = (middle, fails) if os.waitpid(child, 0)[1] == 0 else (works, middle)
    return works


def resumption(depth):
    sys.setrecursionlimit(depth + 1_000)
    return per_operation(lambda: deep(depth, N), N, N + depth)


N = 10_000
SUM = N * (N - 1) // 2
MILLION = 1_000_000

ROWS = {
    "switch": lambda: per_operation(lambda: switches(2, N), 2 * N, 2 * N),
    "call": lambda: per_operation(lambda: calls(10 * N), 10 * N, 8_135_504),
    "fib": lambda: per_operation(lambda: fib(20), 21_891, 6_765),
    "deep1": lambda: resumption(1),
    "deep1000": lambda: resumption(1_000),
    "spawn": lambda: per_operation(lambda: spawn(N), N, SUM),
    "channel1": lambda: per_operation(lambda: channel(1, N), N, SUM),
    "channel64": lambda: per_operation(lambda: channel(64, N), N, SUM),
    "generator": lambda: per_operation(lambda: generate(N), N, SUM),
    "gather": lambda: per_operation(lambda: gather(N), N, SUM),
    "memory": lambda: asyncio.run(memory(MILLION, 1)),
    "memory10": lambda: asyncio.run(memory(MILLION, 10)),
    "timers": lambda: processor_seconds(lambda: asyncio.run(sleeps(MILLION, 2_000))),
    "maxdepth": deepest,
    "xthread": lambda: processor_seconds(lambda: round_trips(N)) * 1e9 / N,
}


def point(row):
    kind, size = row.split("=")
    size = int(size)
    if kind == "depth":
        return resumption(size)
    turns = max(1, N // size)
    return per_operation(lambda: switches(size, turns), size * turns, size * turns)


if __name__ == "__main__":
    for row in sys.argv[1:]:
        print(row, point(row) if "=" in row else ROWS[row](), flush=True)
