package cn.siyu.adapter.wecom.simulated;

import cn.siyu.application.channel.port.FurtherRolesContract;
import cn.siyu.application.channel.port.FurtherWorld;
import org.junit.jupiter.api.AfterEach;

/// The contracts of the further roles, spoken over the official wire.
class SimulatedFurtherRolesTest implements FurtherRolesContract {
    private final SimulatedCorp corp = new SimulatedCorp();

    @Override
    public FurtherWorld world() {
        return corp;
    }

    @AfterEach
    void close() {
        corp.close();
    }
}
