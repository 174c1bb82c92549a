package dev.parley.codegen.compare;

/** Which way values of a type go, and so what it means for clients that more or fewer are allowed. */
enum Direction {
    /** From clients to the service. */
    TAKEN {
        @Override
        Rule type(Extent extent) {
            return extent == Extent.WIDER ? Rule.PARAMETER_TYPE_WIDENED : Rule.PARAMETER_TYPE_NARROWED;
        }

        @Override
        Rule nulls(boolean allowed) {
            return allowed ? Rule.PARAMETER_RELAXED : Rule.PARAMETER_NULL_REFUSED;
        }

        @Override
        Rule limits(Extent extent) {
            return extent == Extent.WIDER ? Rule.PARAMETER_RELAXED : Rule.PARAMETER_LIMIT_TIGHTENED;
        }

        @Override
        Rule value(boolean added) {
            return added ? Rule.PARAMETER_RELAXED : Rule.PARAMETER_VALUE_REMOVED;
        }

        @Override
        Rule alternative(boolean added) {
            return added ? Rule.PARAMETER_RELAXED : Rule.PARAMETER_CASE_REMOVED;
        }
    },
    /** From the service to clients. */
    GIVEN {
        @Override
        Rule type(Extent extent) {
            return extent == Extent.NARROWER ? Rule.RESULT_TYPE_NARROWED : Rule.RESULT_TYPE_WIDENED;
        }

        @Override
        Rule nulls(boolean allowed) {
            return allowed ? Rule.RESULT_NULL_ADDED : Rule.RESULT_TIGHTENED;
        }

        @Override
        Rule limits(Extent extent) {
            return extent == Extent.NARROWER ? Rule.RESULT_TIGHTENED : Rule.RESULT_LIMIT_RELAXED;
        }

        @Override
        Rule value(boolean added) {
            return added ? Rule.RESULT_VALUE_ADDED : Rule.RESULT_VALUE_REMOVED;
        }

        @Override
        Rule alternative(boolean added) {
            return added ? Rule.RESULT_CASE_ADDED : Rule.RESULT_CASE_REMOVED;
        }
    };

    abstract Rule type(Extent extent);

    abstract Rule nulls(boolean allowed);

    abstract Rule limits(Extent extent);

    abstract Rule value(boolean added);

    abstract Rule alternative(boolean added);
}
