package dev.fermata.processor.detached;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.Filer;
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

  private static final Map<String, ModuleDescriptor> PLATFORM =
      ModuleFinder.ofSystem().findAll().stream()
          .map(ModuleReference::descriptor)
          .collect(Collectors.toUnmodifiableMap(ModuleDescriptor::name, module -> module));

  private final ProcessingEnvironment environment;
  private final Elements elements;
  private final Trees trees;
  private final Set<CompilationUnitTree> widened;

  /**
   * The files of a compilation.
   *
   * @param widened those that are seen {@linkplain Widened without private types}
   */
  OuterFiles(
      ProcessingEnvironment environment,
      Trees trees,
      JavaFileManager platform,
      Set<CompilationUnitTree> widened) {
    super(platform);
    this.widened = Set.copyOf(widened);
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

  /**
   * The modules of the platform that the compilation sees, separated by commas. Those that export
   * to other modules only do not exist for {@code --release}.
   */
  static String platformModules(ProcessingEnvironment environment) {
    return environment.getElementUtils().getAllModuleElements().stream()
        .map(module -> module.getQualifiedName().toString())
        .filter(name -> PLATFORM.containsKey(name) && exportsAny(PLATFORM.get(name)))
        .collect(Collectors.joining(","));
  }

  private static boolean exportsAny(ModuleDescriptor module) {
    return module.exports().stream().anyMatch(exports -> !exports.isQualified());
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<Kind> kinds, boolean recurse) throws IOException {
    if (location != StandardLocation.CLASS_PATH) {
      return super.list(location, packageName, kinds, recurse);
    }
    // To ask a module for a package is to ask for one that it sees, whosesoever it is.
    Set<PackageElement> packages = new LinkedHashSet<>();
    for (ModuleElement module : elements.getAllModuleElements()) {
      PackageElement found = elements.getPackageElement(module, packageName);
      if (found != null && !isOfPlatform(found)) {
        packages.add(found);
      }
    }
    List<JavaFileObject> files = new ArrayList<>();
    packages.forEach(found -> add(found, files));
    files.removeIf(file -> !kinds.contains(file.getKind()));
    return files;
  }

  /** Whether every module sees the package in the platform; not if an option has opened it. */
  private boolean isOfPlatform(PackageElement found) {
    ModuleDescriptor module =
        PLATFORM.get(elements.getModuleOf(found).getQualifiedName().toString());
    String name = found.getQualifiedName().toString();
    return module != null
        && module.exports().stream()
            .anyMatch(exports -> !exports.isQualified() && exports.source().equals(name));
  }

  @Override
  public @Nullable String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof OuterFile outer
        ? outer.binaryName()
        : super.inferBinaryName(location, file);
  }

  private void add(PackageElement found, List<JavaFileObject> files) {
    if (!found.getAnnotationMirrors().isEmpty()) {
      files.add(file(found, found.getQualifiedName() + ".package-info", found));
    }
    for (TypeElement type : ElementFilter.typesIn(found.getEnclosedElements())) {
      add(type, found, files);
    }
  }

  private void add(TypeElement type, PackageElement home, List<JavaFileObject> files) {
    OuterFile file = file(type, elements.getBinaryName(type).toString(), home);
    files.add(file);
    if (file.getKind() == Kind.CLASS) {
      for (TypeElement nested : ElementFilter.typesIn(type.getEnclosedElements())) {
        add(nested, home, files);
      }
    }
  }

  private OuterFile file(Element element, String binaryName, PackageElement home) {
    TreePath source = trees.getPath(element);
    if (source != null) {
      CompilationUnitTree unit = source.getCompilationUnit();
      return new OuterFile(
          binaryName,
          Kind.SOURCE,
          () ->
              widened.contains(unit)
                  ? new GeneratedSource(
                      binaryName, Widened.textOf(unit, trees.getSourcePositions()))
                  : unit.getSourceFile());
    }
    byte[] made = MadeClasses.of(environment).get(binaryName);
    FileObject file =
        made != null ? new MadeClasses.Made(binaryName, made) : fileOf(elements, element);
    return new OuterFile(
        binaryName, Kind.CLASS, () -> file != null ? file : find(binaryName, home));
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
  private FileObject find(String binaryName, PackageElement home) throws IOException {
    Filer filer = environment.getFiler();
    String packageName = home.getQualifiedName().toString();
    String file =
        binaryName.substring(packageName.isEmpty() ? 0 : packageName.length() + 1)
            + Kind.CLASS.extension;
    ModuleElement module = elements.getModuleOf(home);
    if (module.isUnnamed()) {
      return filer.getResource(StandardLocation.CLASS_PATH, packageName, file);
    }
    String name = module.getQualifiedName().toString();
    Location location =
        PLATFORM.containsKey(name) ? StandardLocation.SYSTEM_MODULES : StandardLocation.MODULE_PATH;
    try {
      return filer.getResource(location, name + "/" + packageName, file);
    } catch (IOException | NullPointerException notThere) {
      // The filer of 17 trips over a module that is not on the path: the one being compiled.
      return filer.getResource(StandardLocation.CLASS_OUTPUT, packageName, file);
    }
  }
}
