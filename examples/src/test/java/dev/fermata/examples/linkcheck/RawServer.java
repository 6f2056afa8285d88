package dev.fermata.examples.linkcheck;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that says whatever a test wants, be it HTTP or not. */
final class RawServer implements AutoCloseable {

  /** What the server does with a connection on which a request has arrived. */
  interface Behaviour {
    void serve(Socket connection) throws IOException;
  }

  private final ServerSocket server;
  private final List<Socket> connections = new CopyOnWriteArrayList<>();

  RawServer(Behaviour behaviour) throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(() -> accept(behaviour), "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Says something, and closes the connection. */
  static Behaviour say(String text) {
    return connection -> {
      try (connection) {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      }
    };
  }

  /** Says something, and then nothing more, on a connection that stays open. */
  static Behaviour sayAndHang(String text) {
    return connection ->
        connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/";
  }

  int connections() {
    return connections.size();
  }

  private void accept(Behaviour behaviour) {
    try {
      while (true) {
        Socket connection = server.accept();
        connections.add(connection);
        readRequest(connection);
        behaviour.serve(connection);
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private static void readRequest(Socket connection) throws IOException {
    int ends = 0;
    while (ends < 4) {
      int next = connection.getInputStream().read();
      if (next < 0) {
        return;
      }
      ends = next == '\r' || next == '\n' ? ends + 1 : 0;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }
}
