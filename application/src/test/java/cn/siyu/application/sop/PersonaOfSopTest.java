package cn.siyu.application.sop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.channel.port.InMemoryPersonas;
import cn.siyu.application.channel.port.Personas;
import cn.siyu.application.channel.port.PersonasContract;
import cn.siyu.application.content.port.InMemoryMaterials;
import cn.siyu.application.content.port.MaterialsContract;
import cn.siyu.domain.audience.Assignment.Holdout;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.content.Attachment;
import cn.siyu.domain.content.MaterialId;
import cn.siyu.domain.sop.SopDefinition;
import cn.siyu.domain.sop.SopMistake;
import cn.siyu.domain.sop.Step;
import cn.siyu.domain.sop.Trigger;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PersonaOfSopTest {
    private static final BrandId BRAND = PersonasContract.BRAND;

    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryMaterials materials = new InMemoryMaterials(store);
    private final PersonaOfSop check;

    PersonaOfSopTest() {
        var personas = new InMemoryPersonas(store);
        personas.put(
                BRAND,
                new Personas.Kept(
                        null,
                        PersonasContract.aPersona("小完子", "稳赚", "永久美白"),
                        1,
                        PersonasContract.NOW,
                        PersonasContract.NOW));
        check = new PersonaOfSop(new CheckPersona(personas), materials);
    }

    private List<SopMistake> mistakes(String text, Attachment... attachments) {
        materials.add(BRAND, MaterialsContract.aMaterial(4, 1, text, attachments));
        var step = new Step.Send(new MaterialId(4), "PRIVATE_CHAT", ContactClass.MARKETING, Duration.ofDays(1), false);
        return check.mistakes(
                BRAND, new SopDefinition(new Trigger.Manual(), null, new Holdout(0), List.of(step), null, Set.of()));
    }

    static List<Attachment> attachments() {
        return List.of(
                new Attachment.Link("稳赚理财", null, null, "https://example.com/a"),
                new Attachment.Link("理财", "这只 稳赚", null, "https://example.com/a"),
                new Attachment.MiniProgram("稳赚", "https://example.com/c.png", "wx1", "pages/index"),
                new Attachment.File("稳赚指南.pdf", "https://example.com/a.pdf"));
    }

    @ParameterizedTest
    @MethodSource("attachments")
    void findsClaimsInAllThatACustomerReads(Attachment attachment) {
        assertThat(mistakes("您好", attachment))
                .extracting(SopMistake::code, SopMistake::pointer)
                .containsExactly(tuple("forbidden-claim", "/steps/0/material"));
    }

    @Test
    void namesAPlaceOnceWithAllItsClaims() {
        var mistakes = mistakes("稳赚", new Attachment.Link("永久美白", "稳赚", null, "https://example.com/a"));

        assertThat(mistakes)
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.detail().en()).contains("稳赚、永久美白"));
    }

    @Test
    void letsPassWhatNobodyReads() {
        assertThat(mistakes("您好", new Attachment.Image("https://example.com/稳赚.png")))
                .isEmpty();
    }
}
