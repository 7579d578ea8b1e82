<?php
// Plugin Name: what the journeys need of the blog
// Visitors of a journey write faster than WordPress's 15 seconds between two comments.
add_filter('wp_is_comment_flood', '__return_false', 999);
// The page must not call foreign hosts.
add_filter('emoji_svg_url', '__return_false');
add_filter('pre_option_show_avatars', fn() => '0');
add_filter('pre_option_comment_moderation', fn() => getenv('BLOG_MODERATION') === 'hold' ? '1' : '0');
// The answer is stored, its confirmation comes late: the moment in which a killed sender does not know what happened.
add_action('rest_after_insert_comment', function ($comment, $request, $creating) {
    $file = getenv('BLOG_STATE') . '/confirmation-delay-ms';
    if ($creating && is_file($file)) {
        usleep(1000 * (int) file_get_contents($file));
    }
}, 10, 3);
