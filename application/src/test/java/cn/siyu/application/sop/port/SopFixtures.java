package cn.siyu.application.sop.port;

import cn.siyu.domain.audience.Assignment.Arm;
import cn.siyu.domain.audience.Assignment.Holdout;
import cn.siyu.domain.audience.CustomerField;
import cn.siyu.domain.audience.Expression;
import cn.siyu.domain.audience.ExpressionLanguage;
import cn.siyu.domain.audience.Reading;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.WorkingHours;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.content.MaterialId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.Enrolment;
import cn.siyu.domain.sop.Enrolment.Progress;
import cn.siyu.domain.sop.EnrolmentId;
import cn.siyu.domain.sop.Sop;
import cn.siyu.domain.sop.SopDefinition;
import cn.siyu.domain.sop.SopDefinition.Exit;
import cn.siyu.domain.sop.SopId;
import cn.siyu.domain.sop.SopVersion;
import cn.siyu.domain.sop.SopVersionId;
import cn.siyu.domain.sop.Step;
import cn.siyu.domain.sop.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// SOPs for tests, each with one valid default.
public final class SopFixtures {
    public static final BrandId BRAND = new BrandId(1);
    public static final Instant NOW = Instant.parse("2026-03-10T02:00:00.123Z");

    private SopFixtures() {}

    public static PublicId publicId(long number) {
        return PublicId.of(NOW, number, number);
    }

    public static Sop aSop(long number) {
        return Sop.begun(new SopId(number), publicId(number), "新客欢迎", NOW);
    }

    public static Step.Send aSend(long material) {
        return new Step.Send(
                new MaterialId(material), "PRIVATE_CHAT", ContactClass.MARKETING, Duration.ofDays(2), false);
    }

    public static Expression expression(String text) {
        return switch (new ExpressionLanguage(CustomerField.catalogue()).ofText(text)) {
            case Reading.Understood(var expression) -> expression;
            case Reading.Refused(var errors) -> throw new IllegalArgumentException(errors.toString());
        };
    }

    public static SopDefinition definition(Trigger trigger, @Nullable String audience, Step... steps) {
        return new SopDefinition(
                trigger,
                audience == null ? null : expression(audience),
                new Holdout(0),
                List.of(steps),
                null,
                Set.of(Exit.values()));
    }

    public static SopVersion aVersion(long number, long sop, int count, SopDefinition definition) {
        return new SopVersion(
                new SopVersionId(number), publicId(number), new SopId(sop), count, definition, null, 1, NOW, NOW);
    }

    public static Enrolment anEnrolment(long number, long sop, long customer, Instant dueAt) {
        return new Enrolment(
                new EnrolmentId(number),
                publicId(number),
                new SopId(sop),
                new SopVersionId(sop + 1000),
                new CustomerId(customer),
                null,
                Arm.TREATED,
                Enrolment.Origin.MANUAL,
                NOW,
                null,
                1,
                new Progress.Active(0, dueAt));
    }

    /// An account of a staff member in a department.
    public static ChannelAccount anAccount(long id, StaffId staff, DepartmentId department) {
        return new ChannelAccount(
                new ChannelAccountId(id),
                publicId(id),
                "WECOM",
                "main",
                "userid-" + id,
                "name",
                staff,
                department,
                20_000,
                500,
                WorkingHours.ALWAYS,
                ChannelAccount.State.ACTIVE,
                ChannelAccount.Health.HEALTHY,
                1,
                NOW,
                NOW);
    }

    /// A relationship with an account.
    public static Relationship aRelationship(long id, CustomerId customer, ChannelAccountId account, boolean live) {
        return new Relationship(
                new RelationshipId(id),
                publicId(id),
                customer,
                account,
                new IdentityId(1),
                null,
                null,
                0,
                NOW,
                live ? null : new Relationship.Ended(Relationship.By.CUSTOMER, NOW),
                null,
                null,
                1,
                NOW,
                NOW);
    }
}
