"""Working days and periods (工作日与期间): State Council holidays, make-up days, the Civil Code's counting."""
