package dev.fermata.examples.linkcheck;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Serves a folder on the loopback interface, as a plain web server would. */
final class FolderServer implements AutoCloseable {
  private final Path folder;
  private final List<Path> pages;
  private final HttpServer server;
  private final ExecutorService threads;

  private FolderServer(Path folder, List<Path> pages, HttpServer server) {
    this.folder = folder;
    this.pages = pages;
    this.server = server;
    this.threads = Executors.newFixedThreadPool(4, FolderServer::daemon);
  }

  /** Starts a server; throws {@link CannotCheck} when the folder holds nothing to serve. */
  static FolderServer start(String name) {
    Path folder = folder(name);
    try {
      List<Path> pages = pages(folder);
      if (pages.isEmpty()) {
        throw new CannotCheck("no HTML pages in " + name);
      }
      HttpServer http =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      FolderServer server = new FolderServer(folder, pages, http);
      http.setExecutor(server.threads);
      http.createContext("/", server::answer);
      http.start();
      return server;
    } catch (IOException | UncheckedIOException e) {
      throw new CannotCheck("cannot read " + name + ": " + e.getMessage());
    }
  }

  private static Path folder(String name) {
    Path folder;
    try {
      folder = Path.of(name);
    } catch (InvalidPathException e) {
      throw new CannotCheck("no such folder: " + name);
    }
    if (!Files.exists(folder)) {
      throw new CannotCheck("no such folder: " + name);
    }
    if (!Files.isDirectory(folder)) {
      throw new CannotCheck("not a folder: " + name);
    }
    return folder.toAbsolutePath().normalize();
  }

  private static List<Path> pages(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> isPage(file) && Files.isRegularFile(file))
          .sorted()
          .collect(ArrayList::new, List::add, List::addAll);
    }
  }

  private static boolean isPage(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".html") || name.endsWith(".htm");
  }

  /** The folder as a site, whose start is all its pages: also those that no other links to. */
  Site site() {
    InetSocketAddress address = server.getAddress();
    URI root =
        URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
    List<URI> start = new ArrayList<>();
    for (Path page : pages) {
      start.add(Addresses.below(root, folder.relativize(page)));
    }
    return new Site(root.resolve("/"), start);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      URI asked = exchange.getRequestURI();
      String path = asked.getPath();
      Path file = folder.resolve(path.isEmpty() ? path : path.substring(1)).normalize();
      if (!file.startsWith(folder)) {
        exchange.sendResponseHeaders(404, -1);
      } else if (Files.isDirectory(file)) {
        // A redirect, so that the page has one address, by whichever of three ways it is reached.
        String slash = path.endsWith("/") ? "" : "/";
        exchange.getResponseHeaders().set("Location", asked.getRawPath() + slash + "index.html");
        exchange.sendResponseHeaders(302, -1);
      } else {
        send(exchange, file);
      }
    } catch (InvalidPathException e) {
      exchange.sendResponseHeaders(404, -1);
    }
  }

  private static void send(HttpExchange exchange, Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }
    if (!Files.isReadable(file)) {
      exchange.sendResponseHeaders(403, -1);
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", contentType(file));
    long size = Files.size(file);
    exchange.sendResponseHeaders(200, size == 0 ? -1 : size);
    try (OutputStream body = exchange.getResponseBody()) {
      Files.copy(file, body);
    }
  }

  private static String contentType(Path file) {
    if (isPage(file)) {
      return "text/html";
    }
    String guess = URLConnection.guessContentTypeFromName(file.getFileName().toString());
    return guess == null ? "application/octet-stream" : guess;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "linkcheck-server");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
