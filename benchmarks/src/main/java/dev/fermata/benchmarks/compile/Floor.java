package dev.fermata.benchmarks.compile;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * A processor that has no work: it knows beforehand what is generated. It writes the faces in the
 * first round; in the second it has javac attribute all bodies, and writes the rest. What it costs
 * is javac's rounds and javac's attribution, which a compiler of bodies cannot do without.
 */
final class Floor extends AbstractProcessor {
  private final List<SourceFile> faces = new ArrayList<>();
  private final List<SourceFile> machines = new ArrayList<>();
  private final List<String> types = new ArrayList<>();
  private int round;

  Floor(List<SourceFile> generated) {
    generated.forEach(file -> (file.typeName().endsWith("Async") ? faces : machines).add(file));
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
    round++;
    if (round == 1) {
      ElementFilter.typesIn(environment.getRootElements())
          .forEach(type -> types.add(type.getQualifiedName().toString()));
      faces.forEach(this::write);
    } else if (round == 2) {
      types.forEach(this::attribute);
      machines.forEach(this::write);
    }
    return false;
  }

  private void attribute(String type) {
    Trees trees = Trees.instance(processingEnv);
    TreePath path = trees.getPath(processingEnv.getElementUtils().getTypeElement(type));
    for (Tree member : ((ClassTree) path.getLeaf()).getMembers()) {
      if (member instanceof MethodTree method && method.getBody() != null) {
        TreePath name =
            new FirstName().in(new TreePath(new TreePath(path, member), method.getBody()));
        if (name != null) {
          trees.getElement(name);
        }
      }
    }
  }

  private void write(SourceFile file) {
    try (Writer out = processingEnv.getFiler().createSourceFile(file.typeName()).openWriter()) {
      out.write(file.text());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static final class FirstName extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private @Nullable TreePath found;

    @Nullable TreePath in(TreePath body) {
      scan(body, null);
      return found;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
      return found == null ? super.scan(tree, null) : null;
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
      found = getCurrentPath();
      return null;
    }
  }
}
