<?php
// Router of `php -S`: files, pretty permalinks, /wp-json, and proof of which blog is answering.
$path = urldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
if ($path === '/__blog') {
    echo getenv('BLOG_NONCE');
    return true;
}
$root = $_SERVER['DOCUMENT_ROOT'];
$file = $root . $path;
if (is_dir($file)) {
    $path = rtrim($path, '/') . '/index.php';
    $file = $root . $path;
}
if (is_file($file) && !str_ends_with($file, '.php')) {
    return false;
}
if (!is_file($file)) {
    $path = '/index.php';
    $file = $root . $path;
}
chdir(dirname($file));
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = $path;
$_SERVER['SCRIPT_FILENAME'] = $file;
require $file;
return true;
