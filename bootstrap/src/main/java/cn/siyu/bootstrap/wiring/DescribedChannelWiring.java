package cn.siyu.bootstrap.wiring;

import cn.siyu.adapter.persistence.policy.ChannelFile;
import cn.siyu.adapter.persistence.policy.ShippedPolicies;
import cn.siyu.adapter.personal.DescribedChannel;
import cn.siyu.application.channel.port.ChannelDescription;
import cn.siyu.application.channel.port.PolicyEditions;
import cn.siyu.domain.channel.policy.PolicyCatalog;
import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Channels that are added by data, and the policies that come with them and with the product.
@Factory
final class DescribedChannelWiring {
    @EachBean(DescribedChannelSettings.class)
    @Singleton
    ChannelDescription channelDescription(DescribedChannelSettings settings) {
        return ChannelFile.read(Path.of(settings.file()));
    }

    @EachBean(ChannelDescription.class)
    @Singleton
    DescribedChannel describedChannel(ChannelDescription description) {
        return new DescribedChannel(description);
    }

    @Singleton
    PolicyEditions policyEditions(List<ChannelDescription> channels) {
        var shipped = new ShippedPolicies().read();
        var editions = new ArrayList<>(shipped.editions());
        var taken = new HashSet<String>();
        shipped.editions().forEach(edition -> taken.add(String.valueOf(edition.channel())));
        for (ChannelDescription channel : channels) {
            if (!taken.add(channel.key())) {
                throw new IllegalStateException("siyu.channels: there is a channel " + channel.key()
                        + " already; give the one in the file another name");
            }
            editions.addAll(channel.policies());
        }
        var catalog = new PolicyCatalog(editions, shipped.zone());
        return () -> catalog;
    }
}
