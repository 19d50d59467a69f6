import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Gives the classes of libraries that were compiled for Java 5 the stack maps that Java 6 brought
/// (JVM specification, 4.7.4), so that the JVM can keep them ready: an AOT cache takes no class
/// without. What the classes do stays the same, and so do jars in which none is as old.
///
/// To be run as `java packaging/StackMaps.java FOLDER`, on the jars of that folder. It names those
/// that it wrote anew.
public final class StackMaps {

  /// A file of a jar.
  private record Content(ZipEntry entry, byte[] bytes) {

    boolean isOldClass() {
      return entry.getName().endsWith(".class")
          && ((bytes[6] & 0xff) << 8 | bytes[7] & 0xff) <= ClassFile.JAVA_5_VERSION;
    }
  }

  private StackMaps() {}

  public static void main(String[] args) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(args[0]))) {
      for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
        List<Content> contents = contents(jar);
        if (contents.stream().anyMatch(Content::isOldClass)) {
          write(jar, contents);
          System.out.println(jar.getFileName() + ": stack maps added");
        }
      }
    }
  }

  private static List<Content> contents(Path jar) throws IOException {
    List<Content> contents = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream content = zip.getInputStream(entry)) {
          contents.add(new Content(entry, content.readAllBytes()));
        }
      }
    }
    return contents;
  }

  // The same files in the same order and of the same times, so that a build stays reproducible.
  private static void write(Path jar, List<Content> contents) throws IOException {
    ClassFile classes =
        ClassFile.of(
            ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
            ClassFile.ClassHierarchyResolverOption.of(hierarchy(contents)));
    FileTime time = Files.getLastModifiedTime(jar);
    Path fresh = jar.resolveSibling(jar.getFileName() + ".new");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(fresh))) {
      for (Content content : contents) {
        ZipEntry entry = new ZipEntry(content.entry().getName());
        entry.setTimeLocal(content.entry().getTimeLocal());
        out.putNextEntry(entry);
        out.write(content.isOldClass() ? withStackMaps(classes, content.bytes()) : content.bytes());
      }
    }
    Files.delete(jar);
    Files.move(fresh, jar);
    Files.setLastModifiedTime(jar, time);
  }

  private static byte[] withStackMaps(ClassFile classes, byte[] bytes) {
    ClassModel model = classes.parse(bytes);
    return classes.transformClass(model, StackMaps::newer);
  }

  private static void newer(ClassBuilder builder, ClassElement element) {
    switch (element) {
      case ClassFileVersion _ -> builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
      case MethodModel method ->
        builder.transformMethod(
            method, MethodTransform.transformingCode(CodeTransform.ACCEPT_ALL));
      default -> builder.with(element);
    }
  }

  // How the jar's own classes descend; the rest is the JDK's.
  private static ClassHierarchyResolver hierarchy(List<Content> contents) {
    return ClassHierarchyResolver.ofResourceParsing(
            (ClassDesc wanted) -> {
              String name = wanted.descriptorString();
              String file = name.substring(1, name.length() - 1) + ".class";
              return contents.stream()
                  .filter(content -> content.entry().getName().equals(file))
                  .findFirst()
                  .map(content -> (InputStream) new ByteArrayInputStream(content.bytes()))
                  .orElse(null);
            })
        .orElse(ClassHierarchyResolver.defaultResolver())
        .cached();
  }
}
