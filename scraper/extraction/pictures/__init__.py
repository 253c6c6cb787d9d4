"""Pictures of an article, their captions and credits."""
