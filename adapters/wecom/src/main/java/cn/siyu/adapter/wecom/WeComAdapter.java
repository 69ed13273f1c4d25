package cn.siyu.adapter.wecom;

import cn.siyu.adapter.wecom.callback.CallbackDoor;
import cn.siyu.adapter.wecom.callback.CallbackDoors;
import cn.siyu.adapter.wecom.callback.WeComEvents;
import cn.siyu.adapter.wecom.client.CallRates;
import cn.siyu.adapter.wecom.transport.HttpOnce;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.channel.port.ChannelDescriptor;
import cn.siyu.application.channel.port.ChannelEventTranslator;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/// The WeCom channel (企业微信) with all its connections. Apps may be registered and removed while
/// it runs.
public final class WeComAdapter implements ChannelAdapter, CallbackDoors {
    public static final String CHANNEL = "WECOM";

    private final WeComClients clients;
    private final ChannelEventTranslator events = new WeComEvents();
    private final ConcurrentSkipListMap<String, WeComConnection> connections = new ConcurrentSkipListMap<>();

    /// An adapter whose tokens are this process's own. It does not close `http`.
    public WeComAdapter(HttpOnce http) {
        this(new WeComClients(http, CallRates.PUBLISHED, null, InstantSource.system()));
    }

    WeComAdapter(WeComClients clients) {
        this.clients = clients;
    }

    /// Adds an app; `clock` is the brand's. An app of the same name and brand is replaced; a name
    /// that another brand uses is refused.
    public ChannelConnection register(WeComApp app, InstantSource clock) {
        var added = connections.compute(app.name(), (_, present) -> {
            if (present != null && !present.brand().equals(app.brand())) {
                throw new IllegalArgumentException("the app name " + app.name() + " belongs to another brand");
            }
            return WeComConnection.of(app, clients, clock);
        });
        return added;
    }

    public void unregister(String name) {
        connections.remove(name);
    }

    @Override
    public ChannelDescriptor descriptor() {
        return WeComDescriptor.descriptor();
    }

    @Override
    public List<ChannelConnection> connections() {
        return List.copyOf(connections.values());
    }

    @Override
    public Optional<ChannelConnection> connection(String name) {
        return Optional.ofNullable(connections.get(name));
    }

    @Override
    public ChannelEventTranslator events() {
        return events;
    }

    @Override
    public Optional<CallbackDoor> door(String app) {
        return Optional.ofNullable(connections.get(app)).map(WeComConnection::door);
    }

    Optional<WeComApp> simulated(String brand) {
        return connections.values().stream()
                .map(WeComConnection::app)
                .filter(app -> app.simulated() && app.brand().equals(brand))
                .findFirst();
    }
}
