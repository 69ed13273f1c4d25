package cn.siyu.domain.brand.planted;

import java.nio.file.Path;

/// Planted: the domain knows of files.
final class ReadsAFile {
    Path where() {
        return Path.of("brands.csv");
    }
}
