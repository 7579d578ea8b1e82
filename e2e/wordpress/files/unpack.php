<?php
// php unpack.php archive.zip folder: Phar reads zip files, so neither unzip nor another PHP extension is needed.
(new PharData($argv[1]))->extractTo($argv[2], null, true);
