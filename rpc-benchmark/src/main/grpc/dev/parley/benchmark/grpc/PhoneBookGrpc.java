package dev.parley.benchmark.grpc;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * The same phone book as the interface dev.parley.benchmark.api.Directory.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class PhoneBookGrpc {

  private PhoneBookGrpc() {}

  public static final java.lang.String SERVICE_NAME = "phonebook.PhoneBook";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<dev.parley.benchmark.grpc.EchoRequest,
      dev.parley.benchmark.grpc.EchoReply> getEchoMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Echo",
      requestType = dev.parley.benchmark.grpc.EchoRequest.class,
      responseType = dev.parley.benchmark.grpc.EchoReply.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<dev.parley.benchmark.grpc.EchoRequest,
      dev.parley.benchmark.grpc.EchoReply> getEchoMethod() {
    io.grpc.MethodDescriptor<dev.parley.benchmark.grpc.EchoRequest, dev.parley.benchmark.grpc.EchoReply> getEchoMethod;
    if ((getEchoMethod = PhoneBookGrpc.getEchoMethod) == null) {
      synchronized (PhoneBookGrpc.class) {
        if ((getEchoMethod = PhoneBookGrpc.getEchoMethod) == null) {
          PhoneBookGrpc.getEchoMethod = getEchoMethod =
              io.grpc.MethodDescriptor.<dev.parley.benchmark.grpc.EchoRequest, dev.parley.benchmark.grpc.EchoReply>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Echo"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  dev.parley.benchmark.grpc.EchoRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  dev.parley.benchmark.grpc.EchoReply.getDefaultInstance()))
              .setSchemaDescriptor(new PhoneBookMethodDescriptorSupplier("Echo"))
              .build();
        }
      }
    }
    return getEchoMethod;
  }

  private static volatile io.grpc.MethodDescriptor<dev.parley.benchmark.grpc.SearchRequest,
      dev.parley.benchmark.grpc.SearchReply> getSearchMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Search",
      requestType = dev.parley.benchmark.grpc.SearchRequest.class,
      responseType = dev.parley.benchmark.grpc.SearchReply.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<dev.parley.benchmark.grpc.SearchRequest,
      dev.parley.benchmark.grpc.SearchReply> getSearchMethod() {
    io.grpc.MethodDescriptor<dev.parley.benchmark.grpc.SearchRequest, dev.parley.benchmark.grpc.SearchReply> getSearchMethod;
    if ((getSearchMethod = PhoneBookGrpc.getSearchMethod) == null) {
      synchronized (PhoneBookGrpc.class) {
        if ((getSearchMethod = PhoneBookGrpc.getSearchMethod) == null) {
          PhoneBookGrpc.getSearchMethod = getSearchMethod =
              io.grpc.MethodDescriptor.<dev.parley.benchmark.grpc.SearchRequest, dev.parley.benchmark.grpc.SearchReply>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Search"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  dev.parley.benchmark.grpc.SearchRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  dev.parley.benchmark.grpc.SearchReply.getDefaultInstance()))
              .setSchemaDescriptor(new PhoneBookMethodDescriptorSupplier("Search"))
              .build();
        }
      }
    }
    return getSearchMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static PhoneBookStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<PhoneBookStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<PhoneBookStub>() {
        @java.lang.Override
        public PhoneBookStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new PhoneBookStub(channel, callOptions);
        }
      };
    return PhoneBookStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static PhoneBookBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<PhoneBookBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<PhoneBookBlockingV2Stub>() {
        @java.lang.Override
        public PhoneBookBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new PhoneBookBlockingV2Stub(channel, callOptions);
        }
      };
    return PhoneBookBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static PhoneBookBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<PhoneBookBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<PhoneBookBlockingStub>() {
        @java.lang.Override
        public PhoneBookBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new PhoneBookBlockingStub(channel, callOptions);
        }
      };
    return PhoneBookBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static PhoneBookFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<PhoneBookFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<PhoneBookFutureStub>() {
        @java.lang.Override
        public PhoneBookFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new PhoneBookFutureStub(channel, callOptions);
        }
      };
    return PhoneBookFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * The same phone book as the interface dev.parley.benchmark.api.Directory.
   * </pre>
   */
  public interface AsyncService {

    /**
     */
    default void echo(dev.parley.benchmark.grpc.EchoRequest request,
        io.grpc.stub.StreamObserver<dev.parley.benchmark.grpc.EchoReply> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getEchoMethod(), responseObserver);
    }

    /**
     */
    default void search(dev.parley.benchmark.grpc.SearchRequest request,
        io.grpc.stub.StreamObserver<dev.parley.benchmark.grpc.SearchReply> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getSearchMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service PhoneBook.
   * <pre>
   * The same phone book as the interface dev.parley.benchmark.api.Directory.
   * </pre>
   */
  public static abstract class PhoneBookImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return PhoneBookGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service PhoneBook.
   * <pre>
   * The same phone book as the interface dev.parley.benchmark.api.Directory.
   * </pre>
   */
  public static final class PhoneBookStub
      extends io.grpc.stub.AbstractAsyncStub<PhoneBookStub> {
    private PhoneBookStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected PhoneBookStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new PhoneBookStub(channel, callOptions);
    }

    /**
     */
    public void echo(dev.parley.benchmark.grpc.EchoRequest request,
        io.grpc.stub.StreamObserver<dev.parley.benchmark.grpc.EchoReply> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getEchoMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     */
    public void search(dev.parley.benchmark.grpc.SearchRequest request,
        io.grpc.stub.StreamObserver<dev.parley.benchmark.grpc.SearchReply> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getSearchMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service PhoneBook.
   * <pre>
   * The same phone book as the interface dev.parley.benchmark.api.Directory.
   * </pre>
   */
  public static final class PhoneBookBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<PhoneBookBlockingV2Stub> {
    private PhoneBookBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected PhoneBookBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new PhoneBookBlockingV2Stub(channel, callOptions);
    }

    /**
     */
    public dev.parley.benchmark.grpc.EchoReply echo(dev.parley.benchmark.grpc.EchoRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getEchoMethod(), getCallOptions(), request);
    }

    /**
     */
    public dev.parley.benchmark.grpc.SearchReply search(dev.parley.benchmark.grpc.SearchRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getSearchMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service PhoneBook.
   * <pre>
   * The same phone book as the interface dev.parley.benchmark.api.Directory.
   * </pre>
   */
  public static final class PhoneBookBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<PhoneBookBlockingStub> {
    private PhoneBookBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected PhoneBookBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new PhoneBookBlockingStub(channel, callOptions);
    }

    /**
     */
    public dev.parley.benchmark.grpc.EchoReply echo(dev.parley.benchmark.grpc.EchoRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getEchoMethod(), getCallOptions(), request);
    }

    /**
     */
    public dev.parley.benchmark.grpc.SearchReply search(dev.parley.benchmark.grpc.SearchRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getSearchMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service PhoneBook.
   * <pre>
   * The same phone book as the interface dev.parley.benchmark.api.Directory.
   * </pre>
   */
  public static final class PhoneBookFutureStub
      extends io.grpc.stub.AbstractFutureStub<PhoneBookFutureStub> {
    private PhoneBookFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected PhoneBookFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new PhoneBookFutureStub(channel, callOptions);
    }

    /**
     */
    public com.google.common.util.concurrent.ListenableFuture<dev.parley.benchmark.grpc.EchoReply> echo(
        dev.parley.benchmark.grpc.EchoRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getEchoMethod(), getCallOptions()), request);
    }

    /**
     */
    public com.google.common.util.concurrent.ListenableFuture<dev.parley.benchmark.grpc.SearchReply> search(
        dev.parley.benchmark.grpc.SearchRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getSearchMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_ECHO = 0;
  private static final int METHODID_SEARCH = 1;

  private static final class MethodHandlers<Req, Resp> implements
      io.grpc.stub.ServerCalls.UnaryMethod<Req, Resp>,
      io.grpc.stub.ServerCalls.ServerStreamingMethod<Req, Resp>,
      io.grpc.stub.ServerCalls.ClientStreamingMethod<Req, Resp>,
      io.grpc.stub.ServerCalls.BidiStreamingMethod<Req, Resp> {
    private final AsyncService serviceImpl;
    private final int methodId;

    MethodHandlers(AsyncService serviceImpl, int methodId) {
      this.serviceImpl = serviceImpl;
      this.methodId = methodId;
    }

    @java.lang.Override
    @java.lang.SuppressWarnings("unchecked")
    public void invoke(Req request, io.grpc.stub.StreamObserver<Resp> responseObserver) {
      switch (methodId) {
        case METHODID_ECHO:
          serviceImpl.echo((dev.parley.benchmark.grpc.EchoRequest) request,
              (io.grpc.stub.StreamObserver<dev.parley.benchmark.grpc.EchoReply>) responseObserver);
          break;
        case METHODID_SEARCH:
          serviceImpl.search((dev.parley.benchmark.grpc.SearchRequest) request,
              (io.grpc.stub.StreamObserver<dev.parley.benchmark.grpc.SearchReply>) responseObserver);
          break;
        default:
          throw new AssertionError();
      }
    }

    @java.lang.Override
    @java.lang.SuppressWarnings("unchecked")
    public io.grpc.stub.StreamObserver<Req> invoke(
        io.grpc.stub.StreamObserver<Resp> responseObserver) {
      switch (methodId) {
        default:
          throw new AssertionError();
      }
    }
  }

  public static final io.grpc.ServerServiceDefinition bindService(AsyncService service) {
    return io.grpc.ServerServiceDefinition.builder(getServiceDescriptor())
        .addMethod(
          getEchoMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              dev.parley.benchmark.grpc.EchoRequest,
              dev.parley.benchmark.grpc.EchoReply>(
                service, METHODID_ECHO)))
        .addMethod(
          getSearchMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              dev.parley.benchmark.grpc.SearchRequest,
              dev.parley.benchmark.grpc.SearchReply>(
                service, METHODID_SEARCH)))
        .build();
  }

  private static abstract class PhoneBookBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    PhoneBookBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return dev.parley.benchmark.grpc.PhoneBookOuterClass.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("PhoneBook");
    }
  }

  private static final class PhoneBookFileDescriptorSupplier
      extends PhoneBookBaseDescriptorSupplier {
    PhoneBookFileDescriptorSupplier() {}
  }

  private static final class PhoneBookMethodDescriptorSupplier
      extends PhoneBookBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    PhoneBookMethodDescriptorSupplier(java.lang.String methodName) {
      this.methodName = methodName;
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.MethodDescriptor getMethodDescriptor() {
      return getServiceDescriptor().findMethodByName(methodName);
    }
  }

  private static volatile io.grpc.ServiceDescriptor serviceDescriptor;

  public static io.grpc.ServiceDescriptor getServiceDescriptor() {
    io.grpc.ServiceDescriptor result = serviceDescriptor;
    if (result == null) {
      synchronized (PhoneBookGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new PhoneBookFileDescriptorSupplier())
              .addMethod(getEchoMethod())
              .addMethod(getSearchMethod())
              .build();
        }
      }
    }
    return result;
  }
}
