"""Sentences on trial: how they are read, what they yield, and why a frame does not fire."""

from pipeline.language.trial.look import Trial, as_release, look, trial_of
from pipeline.language.trial.show import show

__all__ = ["Trial", "as_release", "look", "show", "trial_of"]
