/// The simulated world: corps with their apps, staff, customers, tags, contact ways, mass messages,
/// pending events and what still has to be told to the outside.
///
/// A corp's whole state is a set of rows ([Row]): immutable records that replace one another by
/// key. Each row is written to the corp's journal before the caller is answered, and a restart
/// replays the journal, so that a killed simulator comes back as it was. Rules of the platform that
/// change state live beside the state they change; nothing here knows HTTP. Start reading at
/// [Corp].
@NullMarked
package cn.siyu.adapter.wecomsimulator.world;

import org.jspecify.annotations.NullMarked;
