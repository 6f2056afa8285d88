package dev.fermata.processor.detached;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Another compilation as a class path: its sources, those generated so far too, and the class files
 * that it sees, from whatever path or module. The platform comes from the file manager below.
 */
final class OuterFiles extends ForwardingJavaFileManager<JavaFileManager> {

  /** {@code Elements.getFileObjectOf}, of JDK 18 and later. */
  private static final @Nullable Method FILE_OBJECT_OF = fileObjectOf();

  private static final Set<String> PLATFORM =
      ModuleFinder.ofSystem().findAll().stream()
          .map(module -> module.descriptor().name())
          .collect(Collectors.toUnmodifiableSet());

  private final ProcessingEnvironment environment;
  private final Elements elements;
  private final Trees trees;

  OuterFiles(ProcessingEnvironment environment, Trees trees, JavaFileManager platform) {
    super(platform);
    this.environment = environment;
    this.elements = environment.getElementUtils();
    this.trees = trees;
  }

  /** Whether the compilation is for this JDK's own platform, and not for {@code --release}. */
  static boolean isPlatformOfThisJdk(ProcessingEnvironment environment) {
    Elements elements = environment.getElementUtils();
    FileObject file = fileOf(elements, elements.getTypeElement("java.lang.Object"));
    return file == null || file.toUri().getScheme().equals("jrt");
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<Kind> kinds, boolean recurse) throws IOException {
    if (location != StandardLocation.CLASS_PATH) {
      return super.list(location, packageName, kinds, recurse);
    }
    List<JavaFileObject> files = new ArrayList<>();
    for (ModuleElement module : elements.getAllModuleElements()) {
      PackageElement found =
          PLATFORM.contains(module.getQualifiedName().toString())
              ? null
              : elements.getPackageElement(module, packageName);
      if (found != null) {
        add(found, module, files);
      }
    }
    files.removeIf(file -> !kinds.contains(file.getKind()));
    return files;
  }

  @Override
  public @Nullable String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof OuterFile outer
        ? outer.binaryName()
        : super.inferBinaryName(location, file);
  }

  private void add(PackageElement found, ModuleElement module, List<JavaFileObject> files) {
    if (!found.getAnnotationMirrors().isEmpty()) {
      String name = found.getQualifiedName() + ".package-info";
      files.add(file(found, name, module, found));
    }
    for (TypeElement type : ElementFilter.typesIn(found.getEnclosedElements())) {
      add(type, module, found, files);
    }
  }

  private void add(
      TypeElement type, ModuleElement module, PackageElement home, List<JavaFileObject> files) {
    OuterFile file = file(type, elements.getBinaryName(type).toString(), module, home);
    files.add(file);
    if (file.getKind() == Kind.CLASS) {
      for (TypeElement nested : ElementFilter.typesIn(type.getEnclosedElements())) {
        add(nested, module, home, files);
      }
    }
  }

  private OuterFile file(
      Element element, String binaryName, ModuleElement module, PackageElement home) {
    TreePath source = trees.getPath(element);
    if (source != null) {
      JavaFileObject file = source.getCompilationUnit().getSourceFile();
      return new OuterFile(binaryName, Kind.SOURCE, () -> file);
    }
    FileObject file = fileOf(elements, element);
    String packageName = home.getQualifiedName().toString();
    String fileName =
        binaryName.substring(packageName.isEmpty() ? 0 : packageName.length() + 1)
            + Kind.CLASS.extension;
    return new OuterFile(
        binaryName,
        Kind.CLASS,
        () -> file != null ? file : find(module, packageName, fileName));
  }

  /** Where the class file of an element stands, if this JDK tells. */
  private static @Nullable FileObject fileOf(Elements elements, Element element) {
    try {
      return FILE_OBJECT_OF == null ? null : (FileObject) FILE_OBJECT_OF.invoke(elements, element);
    } catch (ReflectiveOperationException failed) {
      return null;
    }
  }

  private static @Nullable Method fileObjectOf() {
    try {
      return Elements.class.getMethod("getFileObjectOf", Element.class);
    } catch (NoSuchMethodException older) {
      return null;
    }
  }

  /** Looks for a class file in the places where javac has found it. */
  private FileObject find(ModuleElement module, String packageName, String fileName)
      throws IOException {
    if (module.isUnnamed()) {
      return resource(StandardLocation.CLASS_PATH, packageName, fileName);
    }
    String inModule = module.getQualifiedName() + "/" + packageName;
    try {
      return resource(StandardLocation.MODULE_PATH, inModule, fileName);
    } catch (FileNotFoundException notThere) {
      return resource(StandardLocation.CLASS_OUTPUT, packageName, fileName);
    }
  }

  private FileObject resource(Location location, String packageName, String fileName)
      throws IOException {
    return environment.getFiler().getResource(location, packageName, fileName);
  }
}
