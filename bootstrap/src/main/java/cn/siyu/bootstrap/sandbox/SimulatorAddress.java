package cn.siyu.bootstrap.sandbox;

/// Where the simulator inside this process answers.
@FunctionalInterface
public interface SimulatorAddress {
    /// Its base address; starts it if it does not run yet.
    String baseUrl();
}
