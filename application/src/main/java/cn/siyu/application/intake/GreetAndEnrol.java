package cn.siyu.application.intake;

import cn.siyu.application.contact.SendWelcome;
import cn.siyu.application.customer.HandOverRelationships;
import cn.siyu.application.sop.EnrolByTrigger;
import cn.siyu.application.sop.StopEnrolments;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Relationship;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The product's reactions: a new customer is greeted (欢迎语) and enrolled, a lost one (流失)
/// leaves every SOP. Who was handed over by a colleague (继承) is neither new nor lost.
public final class GreetAndEnrol implements Reactions {
    private final SendWelcome welcome;
    private final EnrolByTrigger enrol;
    private final StopEnrolments stop;

    public GreetAndEnrol(SendWelcome welcome, EnrolByTrigger enrol, StopEnrolments stop) {
        this.welcome = welcome;
        this.enrol = enrol;
        this.stop = stop;
    }

    @Override
    public void began(BrandId brand, Relationship relationship, @Nullable String welcomeCode, Instant at) {
        if (welcomeCode != null) {
            welcome.plan(brand, relationship.id(), welcomeCode, at);
        }
        if (relationship.addWay() == HandOverRelationships.ASSIGNED) {
            return; // handed over by a colleague: nobody new
        }
        enrol.relationshipAdded(brand, relationship.id(), relationship.customer(), relationship.contactWay(), at);
    }

    @Override
    public void ended(BrandId brand, Relationship relationship, CustomerId customer, boolean lost, Instant at) {
        var ended = relationship.ended();
        boolean handedOver = ended != null && ended.by() == Relationship.By.TRANSFER;
        if (lost && !handedOver) {
            stop.lost(brand, customer, at);
        }
    }
}
