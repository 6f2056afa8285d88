package dev.fermata.asyncio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The program of {@link SoakTest}. Workers do a few things each, of the kinds in {@link #work};
 * each kind notes what it has got, and at the end the notes must agree.
 */
final class SoakProgram {

  /**
   * How many workers there are at a time: many, so that all wait for all; or few, so that nobody
   * comes along later and makes up for what was lost.
   */
  private static final int[] CROWDS = {300, 100, 20, 10};

  /** After how many turns all are given the time to do what they can do. */
  private static final int QUIET = 20;

  private final EventLoop loop = VirtualClockLoop.create();
  private final List<String> losses = new ArrayList<>();
  private final Random random;
  private final int count;

  private int begun;
  private int ended;
  private int cancellations;
  private int turns;
  private int size = CROWDS[0];
  private final List<Task<?>> crowd = new ArrayList<>();

  // What they share.
  private final List<Room> rooms = new ArrayList<>();
  private final List<Goods> goods = new ArrayList<>();
  private final List<Pot> pots = List.of(new Pot(), new Pot());
  private final List<Barrier> barriers = List.of(new Barrier(2), new Barrier(3));
  private final Event event = new Event();

  SoakProgram(long seed, int count) {
    this.random = new Random(seed);
    this.count = count;
    for (int i = 0; i < 3; i++) {
      Lock lock = new Lock();
      rooms.add(new Room(lock, 1, () -> !lock.locked()));
      Semaphore semaphore = i == 0 ? new BoundedSemaphore(3) : new Semaphore(3);
      rooms.add(new Room(semaphore, 3, () -> semaphore.value() == 3));
    }
    goods.add(new Goods(new Queue<>(1)));
    goods.add(new Goods(new Queue<>(8)));
    goods.add(new Goods(new LifoQueue<>(3)));
    goods.add(new Goods(new PriorityQueue<>(3)));
    goods.add(new Goods(new Queue<>()));
  }

  /** Runs it, and returns what was lost. */
  List<String> run() {
    loop.setExceptionHandler((loop, context) -> losses.add(context.toString()));
    try {
      loop.runUntilComplete(new Main());
    } finally {
      check();
      loop.close();
    }
    return losses;
  }

  private void check() {
    require(begun == ended, "tasks: " + begun + " begun, " + ended + " ended");
    require(cancellations > count / 100, "only " + cancellations + " cancellations");
    require(Asyncio.allTasks(loop).isEmpty(), "tasks left");
    rooms.forEach(Room::check);
    goods.forEach(Goods::check);
    pots.forEach(Pot::check);
    for (Barrier barrier : barriers) {
      require(barrier.toString().contains("[filling, waiters:0/"), barrier.toString());
    }
    require(!event.toString().contains("waiters"), event.toString());
  }

  private void require(boolean holds, String otherwise) {
    if (!holds && losses.size() < 20) {
      losses.add(otherwise);
    }
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private Duration shortTime() {
    return Duration.ofNanos(random.nextInt(4));
  }

  // ---- what there is to do ----

  /** Returns something to do; nested in something else up to a depth. */
  private Awaitable<?> work(int depth) {
    int kinds = depth < 2 ? 12 : 9;
    return switch (random.nextInt(kinds)) {
      case 0 -> any(rooms).visit();
      case 1 -> any(rooms).visit();
      case 2 -> any(goods).produce();
      case 3 -> any(goods).consume();
      // Pots are to be empty most of the time.
      case 4 -> random.nextInt(3) > 0 ? any(pots).fill() : any(pots).empty();
      case 5 -> any(pots).empty();
      case 6 -> barrier(any(barriers));
      case 7 -> event.waitFor();
      case 8 -> Asyncio.sleep(shortTime());
      case 9 -> Asyncio.waitFor(new Worker(depth + 1), shortTime());
      case 10 -> Asyncio.timeout(shortTime()).with(t -> new Worker(depth + 1));
      default -> new TaskGroup().with(group -> group(group, depth + 1));
    };
  }

  private Coroutine<?> barrier(Barrier barrier) {
    return random.nextInt(20) == 0 ? barrier.reset() : barrier.waitFor();
  }

  private Coroutine<@Nullable Void> group(TaskGroup group, int depth) {
    for (int i = random.nextInt(3); i >= 0; i--) {
      join(group.createTask(new Worker(depth)));
    }
    return new Worker(depth);
  }

  private void join(Task<?> task) {
    begun++;
    task.addDoneCallback(done -> ended++);
    crowd.add(task);
  }

  /** A failure on purpose. */
  private static final class Failure extends Exception {
    private static final long serialVersionUID = 1;

    Failure() {
      super(null, null, false, false);
    }
  }

  /** Does a few things, one after the other. */
  private final class Worker extends CoroutineFrame<@Nullable Void> {
    private final int depth;
    private int todo = 1 + random.nextInt(4);

    Worker(int depth) {
      this.depth = depth;
    }

    @Override
    protected @Nullable Object step(
        Driver driver, @Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
      while (true) {
        if (thrown != null) {
          if (state == CREATED || !isExpected(thrown)) {
            throw thrown;
          }
          thrown = null;
        }
        if (todo-- == 0) {
          if (depth > 0 && random.nextInt(20) == 0) {
            throw new Failure();
          }
          return null;
        }
        state = 1;
        try {
          if (await(driver, work(depth)) == SUSPENDED) {
            return SUSPENDED;
          }
        } catch (Throwable e) {
          thrown = e;
        }
      }
    }

    /** Says whether to go on all the same; now and then even if cancelled. */
    private boolean isExpected(Throwable thrown) {
      return thrown instanceof TimeoutException
          || thrown instanceof BrokenBarrierException
          || thrown instanceof ExceptionGroup
          || thrown instanceof Failure
          || (thrown instanceof CancelledError && random.nextInt(10) == 0);
    }
  }

  /** Keeps the crowd going, cancels at random, and in the end all that are left. */
  private final class Main extends CoroutineFrame<@Nullable Void> {
    @Override
    protected @Nullable Object step(
        Driver driver, @Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
      if (thrown != null) {
        throw thrown;
      }
      state = 1;
      crowd.removeIf(Future::done);
      turns++;
      if (turns % QUIET == 0) {
        // Many at once, so that some are cancelled just after they were woken.
        crowd.stream().filter(task -> random.nextInt(4) == 0).forEach(this::cancel);
        size = CROWDS[random.nextInt(CROWDS.length)];
        return await(driver, Asyncio.sleep(Duration.ofSeconds(1)));
      }
      if (turns % QUIET == 1) {
        rooms.forEach(Room::checkQuiet);
        goods.forEach(Goods::checkQuiet);
        pots.forEach(Pot::checkQuiet);
      }
      if (begun < count) {
        while (crowd.size() < size) {
          join(driver.loop.createTask(new Worker(0)));
        }
        for (int i = crowd.size() / 50; i >= 0; i--) {
          cancel(any(crowd));
        }
        if (random.nextInt(8) == 0) {
          event.set();
        } else {
          event.clear();
        }
      } else if (crowd.isEmpty()) {
        return null;
      } else {
        crowd.forEach(this::cancel);
      }
      // Some turns without a break, and some time now and then.
      return await(
          driver,
          random.nextInt(4) == 0
              ? Asyncio.sleep(Duration.ofNanos(1))
              : Asyncio.sleep(Duration.ZERO));
    }

    private void cancel(Task<?> task) {
      if (task.cancel()) {
        cancellations++;
      }
    }
  }

  // ---- a room: a lock or a semaphore ----

  /** Somewhere where only so many may be at a time. */
  private final class Room {
    private final AsyncContextManager<?> door;
    private final int places;
    private final BooleanSupplier isFree;
    private int inside;

    Room(AsyncContextManager<?> door, int places, BooleanSupplier isFree) {
      this.door = door;
      this.places = places;
      this.isFree = isFree;
    }

    Coroutine<?> visit() {
      return door.with(nothing -> new Stay(this));
    }

    /** When nothing moves, nobody waits who could go in. */
    void checkQuiet() {
      require(!door.toString().contains("waiters"), "forgotten: " + door);
    }

    void check() {
      require(inside == 0, "somebody is still inside: " + door);
      require(isFree.getAsBoolean() && !door.toString().contains("waiters"), door.toString());
    }
  }

  /** Being in a room for some time. */
  private final class Stay extends CoroutineFrame<@Nullable Void> {
    private final Room room;

    Stay(Room room) {
      this.room = room;
    }

    @Override
    protected @Nullable Object step(
        Driver driver, @Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
      if (state == CREATED) {
        if (thrown != null) {
          throw thrown;
        }
        room.inside++;
        require(room.inside <= room.places, room.inside + " inside: " + room.door);
        state = 1;
        if (await(driver, Asyncio.sleep(shortTime())) == SUSPENDED) {
          return SUSPENDED;
        }
      }
      room.inside--;
      if (thrown != null) {
        throw thrown;
      }
      return null;
    }
  }

  // ---- goods: a queue ----

  /** Items that must come out once each. */
  private final class Goods {
    private final Queue<Integer> queue;
    private final BitSet put = new BitSet();
    private final BitSet got = new BitSet();
    private int numbers;
    private int working;

    Goods(Queue<Integer> queue) {
      this.queue = queue;
    }

    Coroutine<?> produce() {
      return new Produce(this, numbers++);
    }

    Coroutine<?> consume() {
      return random.nextInt(10) == 0 ? queue.join() : new Consume(this);
    }

    private void take(int item) {
      require(put.get(item), "item " + item + " was not put: " + queue);
      require(!got.get(item), "item " + item + " came out twice: " + queue);
      got.set(item);
    }

    /** When nothing moves, nobody waits for what is there. */
    void checkQuiet() {
      String text = queue.toString();
      require(queue.empty() || !text.contains("getters"), "forgotten: " + queue);
      require(queue.full() || !text.contains("putters"), "forgotten: " + queue);
    }

    void check() {
      require(working == 0, "work was not done: " + queue);
      require(!queue.toString().matches(".*(getters|putters).*"), queue.toString());
      while (!queue.empty()) {
        take(queue.getNowait());
        queue.taskDone();
      }
      require(put.equals(got), put.cardinality() + " put, " + got.cardinality() + " got: " + queue);
      require(!queue.toString().contains("tasks="), queue.toString());
    }
  }

  private static final class Produce extends CoroutineFrame<@Nullable Void> {
    private final Goods goods;
    private final int item;

    Produce(Goods goods, int item) {
      this.goods = goods;
      this.item = item;
    }

    @Override
    protected @Nullable Object step(
        Driver driver, @Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
      if (state == CREATED && thrown == null) {
        state = 1;
        // Before, for it may be taken before this goes on.
        goods.put.set(item);
        try {
          return await(driver, goods.queue.put(item));
        } catch (Throwable e) {
          goods.put.clear(item);
          throw e;
        }
      }
      if (thrown != null) {
        if (state != CREATED) {
          goods.put.clear(item);
        }
        throw thrown;
      }
      return null;
    }
  }

  private final class Consume extends CoroutineFrame<@Nullable Void> {
    private static final int WORKING = 2;

    private final Goods goods;

    Consume(Goods goods) {
      this.goods = goods;
    }

    @Override
    protected @Nullable Object step(
        Driver driver, @Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
      if (state != WORKING) {
        if (thrown != null) {
          throw thrown;
        }
        if (state == CREATED) {
          state = 1;
          sent = await(driver, goods.queue.get());
          if (sent == SUSPENDED) {
            return SUSPENDED;
          }
        }
        goods.take((Integer) Objects.requireNonNull(sent));
        goods.working++;
        state = WORKING;
        if (await(driver, Asyncio.sleep(shortTime())) == SUSPENDED) {
          return SUSPENDED;
        }
      }
      goods.working--;
      goods.queue.taskDone();
      if (thrown != null) {
        throw thrown;
      }
      return null;
    }
  }

  // ---- a pot: a condition ----

  /** Portions to be taken by those who wait for them. */
  private final class Pot {
    private final Condition condition = new Condition();
    private int portions;
    private int filled;
    private int taken;

    Coroutine<?> fill() {
      return condition.with(
          nothing -> {
            int more = 1 + random.nextInt(2);
            portions += more;
            filled += more;
            condition.signal(more);
            return Coroutine.completed();
          });
    }

    Coroutine<?> empty() {
      return condition.with(nothing -> new Take(this));
    }

    /** When nothing moves, nobody waits for what is there. */
    void checkQuiet() {
      String text = condition.toString();
      require(portions == 0 || !text.contains("waiters"), "forgotten: " + condition);
      require(!condition.locked(), "still locked: " + condition);
    }

    void check() {
      require(portions == filled - taken, portions + " portions: " + condition);
      require(condition.toString().equals("<Condition [unlocked]>"), condition.toString());
    }
  }

  private static final class Take extends CoroutineFrame<@Nullable Void> {
    private final Pot pot;

    Take(Pot pot) {
      this.pot = pot;
    }

    @Override
    protected @Nullable Object step(
        Driver driver, @Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
      if (thrown != null) {
        throw thrown;
      }
      if (state == CREATED) {
        state = 1;
        if (await(driver, pot.condition.waitFor(() -> pot.portions > 0)) == SUSPENDED) {
          return SUSPENDED;
        }
      }
      pot.portions--;
      pot.taken++;
      return null;
    }
  }
}
