package dev.fermata.processor.oracle;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Reads from a class file how many bytes of bytecode each method has. */
final class MethodSizes {
  private static final int HEADER = 8;

  private final DataInputStream in;
  private final Map<Integer, String> strings = new HashMap<>();

  private MethodSizes(byte[] classFile) {
    this.in = new DataInputStream(new ByteArrayInputStream(classFile));
  }

  /** The size of each method that has code, by name and descriptor. */
  static Map<String, Integer> of(byte[] classFile) {
    try {
      return new MethodSizes(classFile).read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Integer> read() throws IOException {
    in.skipNBytes(HEADER);
    readConstants();
    in.skipNBytes(6); // access, this, super
    in.skipNBytes(2L * in.readUnsignedShort());
    Map<String, Integer> sizes = new TreeMap<>();
    readMembers(new HashMap<>()); // fields
    readMembers(sizes);
    return sizes;
  }

  private void readConstants() throws IOException {
    int count = in.readUnsignedShort();
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> strings.put(i, in.readUTF());
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++; // takes two places
        }
        case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        default -> throw new IllegalArgumentException("a constant of kind " + tag);
      }
    }
  }

  private void readMembers(Map<String, Integer> sizes) throws IOException {
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      in.skipNBytes(2);
      String name = strings.get(in.readUnsignedShort()) + " " + strings.get(in.readUnsignedShort());
      for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
        boolean code = "Code".equals(strings.get(in.readUnsignedShort()));
        int length = in.readInt();
        if (code) {
          in.skipNBytes(4); // stack, locals
          sizes.put(name, in.readInt());
          in.skipNBytes(length - 8L);
        } else {
          in.skipNBytes(length);
        }
      }
    }
  }
}
