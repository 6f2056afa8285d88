package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContextMapTest {

  private static Map<Object, @Nullable Object> contents(@Nullable ContextMap map) {
    Map<Object, @Nullable Object> contents = new HashMap<>();
    ContextMap.forEach(map, contents::put);
    return contents;
  }

  @Test
  void agreesWithAHashMapWhateverHappens() {
    Random random = new Random(7);
    List<ContextVar<Object>> vars = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      vars.add(new ContextVar<>("v" + i));
    }
    ContextMap map = null;
    Map<Object, @Nullable Object> model = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      // Now few, now many, so that nodes are split and merged again.
      int range = i / 2000 % 2 == 0 ? 500 : 20;
      ContextVar<Object> var = vars.get(random.nextInt(range));
      if (random.nextInt(3) == 0) {
        map = ContextMap.without(map, var);
        model.remove(var);
      } else {
        map = ContextMap.with(map, var, i);
        model.put(var, i);
      }
      assertThat(ContextMap.size(map)).isEqualTo(model.size());
      assertThat(ContextMap.get(map, var)).isEqualTo(model.getOrDefault(var, Token.MISSING));
      if (i % 500 == 0) {
        assertThat(contents(map)).containsExactlyInAnyOrderEntriesOf(model);
      }
    }
    for (ContextVar<Object> var : vars) {
      assertThat(ContextMap.get(map, var)).isEqualTo(model.getOrDefault(var, Token.MISSING));
      map = ContextMap.without(map, var);
    }
    assertThat(map).isNull();
  }

  @Test
  void changesLeaveTheOriginalAsItWas() {
    ContextVar<Integer> a = new ContextVar<>("a");
    ContextVar<Integer> b = new ContextVar<>("b");
    ContextMap one = ContextMap.with(null, a, 1);
    ContextMap two = ContextMap.with(one, b, 2);
    ContextMap three = ContextMap.with(two, a, 3);
    ContextMap four = ContextMap.without(three, b);
    assertThat(contents(one)).containsOnly(Map.entry(a, 1));
    assertThat(contents(two)).containsOnly(Map.entry(a, 1), Map.entry(b, 2));
    assertThat(contents(three)).containsOnly(Map.entry(a, 3), Map.entry(b, 2));
    assertThat(contents(four)).containsOnly(Map.entry(a, 3));
  }

  @Test
  void whatChangesNothingIsTheSameMap() {
    ContextVar<Object> var = new ContextVar<>("var");
    ContextVar<Object> other = new ContextVar<>("other");
    ContextMap map = ContextMap.with(null, var, "value");
    assertThat(ContextMap.with(map, var, "value")).isSameAs(map);
    assertThat(ContextMap.without(map, other)).isSameAs(map);
    assertThat(ContextMap.without(null, var)).isNull();
  }
}
