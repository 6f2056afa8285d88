package dev.fermata.processor;

import dev.fermata.processor.ir.IrBody;
import dev.fermata.processor.ir.IrPrinter;
import dev.fermata.processor.lower.FlowGraph;
import dev.fermata.processor.lower.FlowPrinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Writes what the phases made of each body into a folder, if one was named. */
record Dump(Optional<Path> folder) {

  void write(IrBody body, FlowGraph graph) {
    if (folder.isEmpty()) {
      return;
    }
    String name = body.owner().getQualifiedName() + "." + body.machineName();
    try {
      Files.createDirectories(folder.get());
      Files.writeString(folder.get().resolve(name + ".ir.txt"), IrPrinter.print(body));
      Files.writeString(folder.get().resolve(name + ".flow.txt"), FlowPrinter.print(graph));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
