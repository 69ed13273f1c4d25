/// What people do in their own clients, where no API reaches: customers scan, write and delete;
/// members change remarks and tags, delete customers and confirm mass messages; administrators edit
/// tags. These acts raise callbacks, unlike the same changes made through the API.
///
/// Both the control API's actions by hand and the behaviour model go through here. All methods are
/// called with the corp's lock held.
@NullMarked
package cn.siyu.adapter.wecomsimulator.people;

import org.jspecify.annotations.NullMarked;
