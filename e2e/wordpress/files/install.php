<?php
// php install.php <WordPress folder>: installs a blog with one post and an editor's application password; prints them as JSON.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = parse_url(getenv('BLOG_URL'), PHP_URL_HOST);
$_SERVER['REQUEST_URI'] = '/';
function wp_new_blog_notification()
{
}
require $argv[1] . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

wp_install('Hotel Sonnenblick', 'admin', 'admin@example.test', true, '', bin2hex(random_bytes(12)));
wp_delete_comment(1, true);
wp_delete_post(1, true);
wp_delete_post(2, true);
foreach (['comment_previously_approved', 'comments_notify', 'moderation_notify'] as $option) {
    update_option($option, '0');
}
$GLOBALS['wp_rewrite']->set_permalink_structure('/%postname%/');
$GLOBALS['wp_rewrite']->flush_rules(false);

$editor = wp_insert_user([
    'user_login' => 'redaktion',
    'user_pass' => bin2hex(random_bytes(12)),
    'user_email' => 'redaktion@example.test',
    'display_name' => 'Hotel Sonnenblick',
    'role' => 'editor',
]);
[$password] = WP_Application_Passwords::create_new_application_password($editor, ['name' => 'Stammgast']);
$post = wp_insert_post([
    'post_title' => 'Unser neues Frühstück',
    'post_content' => '<!-- wp:paragraph --><p>Ab sofort frühstücken Sie bei uns bis elf Uhr. Wie gefällt es Ihnen?</p><!-- /wp:paragraph -->',
    'post_status' => 'publish',
    'post_author' => $editor,
    'comment_status' => 'open',
], true);
echo json_encode([
    'user' => 'redaktion',
    'appPassword' => WP_Application_Passwords::chunk_password($password),
    'postId' => $post,
    'postPath' => parse_url(get_permalink($post), PHP_URL_PATH),
]);
