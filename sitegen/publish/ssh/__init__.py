"""A server reached over ssh: releases beside each other, sent by rsync."""
