package com.movieexample.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockIT {
    private static final int IN_USE = 7;

    @TempDir
    private Path folder;

    @Test
    void anotherProcessIsKeptOutEvenAfterARefusalInThisOne() throws Exception {
        try (FolderLock held = FolderLock.acquire(folder)) {
            assertThat(held).isNotNull();
            assertThatExceptionOfType(DataFolderInUseException.class).isThrownBy(() -> FolderLock.acquire(folder));

            assertThat(exitOfAnotherProcess()).isEqualTo(IN_USE);
        }
        assertThat(exitOfAnotherProcess()).isZero();
    }

    @Test
    void aLinkToTheFolderIsTheSameFolder() throws Exception {
        Path target = Files.createDirectory(folder.resolve("target"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);

        try (FolderLock held = FolderLock.acquire(target)) {
            assertThat(held).isNotNull();
            assertThatExceptionOfType(DataFolderInUseException.class).isThrownBy(() -> FolderLock.acquire(link));
        }
    }

    private int exitOfAnotherProcess() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = String.join(File.pathSeparator, place(FolderLock.class), place(OtherProcess.class));
        return new ProcessBuilder(java, "-cp", classPath, OtherProcess.class.getName(), folder.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    private static String place(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    /** Tries to take the lock of the folder it is given. */
    static final class OtherProcess {
        private OtherProcess() {}

        public static void main(String[] args) throws IOException {
            try (FolderLock taken = FolderLock.acquire(Path.of(args[0]))) {
                assert taken != null;
            } catch (DataFolderInUseException e) {
                System.exit(IN_USE);
            }
        }
    }
}
