package cn.siyu.adapter.wecomsimulator;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// How a simulator is run.
///
/// @param host the address to listen at; loopback unless told otherwise, because the control API
///     asks for no credentials
/// @param port 0 takes a free one
/// @param directory where the world is kept; null keeps it in memory only
/// @param machine the real time, for corps whose clock is REAL
/// @param callsLogged how many calls the call log remembers
/// @param callbackPause on a real clock, between two deliveries of a callback when nobody listens
///     at its address
public record SimulatorSettings(
        String host,
        int port,
        @Nullable Path directory,
        InstantSource machine,
        int callsLogged,
        Duration callbackPause) {

    /// A simulator on a free loopback port that keeps nothing.
    public static SimulatorSettings inMemory() {
        return new SimulatorSettings("127.0.0.1", 0, null, InstantSource.system(), 50_000, Duration.ofSeconds(1));
    }

    /// A simulator on a free loopback port whose world survives its process.
    public static SimulatorSettings in(Path directory) {
        return inMemory().withDirectory(directory);
    }

    public SimulatorSettings withDirectory(@Nullable Path other) {
        return new SimulatorSettings(host, port, other, machine, callsLogged, callbackPause);
    }

    public SimulatorSettings withHost(String other) {
        return new SimulatorSettings(other, port, directory, machine, callsLogged, callbackPause);
    }

    public SimulatorSettings withPort(int other) {
        return new SimulatorSettings(host, other, directory, machine, callsLogged, callbackPause);
    }

    public SimulatorSettings withMachine(InstantSource other) {
        return new SimulatorSettings(host, port, directory, other, callsLogged, callbackPause);
    }

    public SimulatorSettings withCallbackPause(Duration other) {
        return new SimulatorSettings(host, port, directory, machine, callsLogged, other);
    }
}
