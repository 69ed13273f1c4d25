package cn.siyu.adapter.wecomsimulator;

import cn.siyu.adapter.wecomsimulator.api.WeComApi;
import cn.siyu.adapter.wecomsimulator.behaviour.Behaviour;
import cn.siyu.adapter.wecomsimulator.callback.CallbackDelivery;
import cn.siyu.adapter.wecomsimulator.callback.Outward;
import cn.siyu.adapter.wecomsimulator.control.Operations;
import cn.siyu.adapter.wecomsimulator.fault.FaultRules;
import cn.siyu.adapter.wecomsimulator.front.CallLog;
import cn.siyu.adapter.wecomsimulator.front.HttpFront;
import cn.siyu.adapter.wecomsimulator.front.PlatformRoute;
import cn.siyu.adapter.wecomsimulator.measure.Counters;
import cn.siyu.adapter.wecomsimulator.world.World;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running stand-in for `https://qyapi.weixin.qq.com` (企业微信服务端), wire-compatible as far as
/// it goes.
///
/// ```java
/// try (var wecom = WeComSimulator.start(SimulatorSettings.inMemory())) {
///     // the platform:     http://127.0.0.1:{port}/cgi-bin/…      (point a WeCom SDK's base URL here)
///     // the control API:  http://127.0.0.1:{port}/simulator/…
/// }
/// ```
///
/// A fresh simulator is empty. `POST /simulator/corps` loads a corp (corpId, apps with secrets,
/// members, customers, clock, behaviour plan); then the platform answers for it, and customers and
/// members act: by hand through `POST /simulator/corps/{corpId}/actions`, or by themselves by the
/// plan. With a REAL clock events happen as the machine's time passes. With a STEPPED clock nothing
/// happens until `POST …/clock/steps {"to": "…Z"}`; `GET …/clock` tells `nextDueAt`, so that a
/// caller goes from one due moment to the next:
///
/// 1. `GET …/clock` → `nextDueAt`; 2. the caller does its own work that is due until then; 3.
///    `POST …/clock/steps {"to": nextDueAt}`: every event due is run in order, its callbacks and
///    feed reports delivered before the answer; 4. the caller works off what came in (a welcome
///    code lives 20 s of the corp's clock, so before the next step). A step that answers
///    `"halted": true` met an application that does not run; repeat it.
///
/// What each customer really received is told by `GET …/ledger`. The page
/// `docs/how-to/wecom-simulator.md` shows all operations.
public final class WeComSimulator implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WeComSimulator.class);
    private static final long TICK_MILLIS = 100;
    private final World world;
    private final Behaviour behaviour;
    private final Outward outward;
    private final HttpFront front;
    private final FaultRules faults;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("wecom-simulator").factory());

    private WeComSimulator(World world, Behaviour behaviour, Outward outward, HttpFront front, FaultRules faults) {
        this.world = world;
        this.behaviour = behaviour;
        this.outward = outward;
        this.front = front;
        this.faults = faults;
    }

    /// Opens the world and serves it.
    /// @throws java.io.UncheckedIOException when the port is taken or the directory is in use
    public static WeComSimulator start(SimulatorSettings settings) {
        var world = World.open(settings.machine(), settings.directory());
        var outward = new Outward();
        var faults = new FaultRules(settings.directory());
        var counters = new Counters();
        var callbacks = new CallbackDelivery(outward, settings.callbackPause(), faults, counters);
        var behaviour = new Behaviour(callbacks, outward, faults);
        animate(world, behaviour);
        var calls = new CallLog(settings.callsLogged());
        var platform = new PlatformRoute(world, WeComApi.endpoints(), faults, calls, counters);
        var control = Operations.route(new Operations.Parts(
                settings.machine(), world, behaviour, callbacks, faults, calls, counters, platform));
        var address = new InetSocketAddress(settings.host(), settings.port());
        var simulator =
                new WeComSimulator(world, behaviour, outward, HttpFront.start(address, platform, control), faults);
        simulator.tick();
        return simulator;
    }

    private static void animate(World world, Behaviour behaviour) {
        for (var corp : List.copyOf(world.corps())) {
            try {
                behaviour.animate(corp);
            } catch (RuntimeException e) {
                world.setAside(corp, String.valueOf(e.getMessage()));
            }
        }
    }

    /// The corps that are not served because their journals cannot be read, and why.
    public Map<String, String> broken() {
        return world.broken();
    }

    /// Runs a simulator as a process of its own:
    /// `[--port N] [--host ADDRESS] [--dir DIRECTORY | --memory]`.
    public static void main(String[] arguments) throws InterruptedException {
        SimulatorMain.run(arguments);
    }

    /// The port it listens at.
    public int port() {
        return front.port();
    }

    /// The address to give to a WeCom client as its base URL, without a slash at the end.
    public String baseUrl() {
        return "http://127.0.0.1:" + port();
    }

    /// Stops serving and closes the world; what was answered is kept if the world has a directory.
    @Override
    public void close() {
        ticker.shutdownNow();
        front.close();
        outward.close();
        faults.close();
        world.close();
    }

    private void tick() {
        var _ = ticker.scheduleWithFixedDelay(this::catchUp, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void catchUp() {
        for (var corp : world.corps()) {
            try {
                if (!corp.clock().isStepped()) {
                    behaviour.stage().catchUp(corp);
                }
            } catch (RuntimeException e) {
                LOG.error("the people of {} stumbled", corp.corpId(), e);
            }
        }
    }
}
