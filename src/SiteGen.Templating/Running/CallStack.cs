using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Running;

/// <summary>The arguments and <c>$</c> locals of every running page, include and function, on one reused stack.</summary>
internal sealed class CallStack
{
    private Value[] _values = new Value[128];
    private (string Name, Value Value)[] _named = new (string, Value)[8];
    private Frame[] _frames = new Frame[16];
    private int _depth = -1;
    private int _top;
    private int _namedTop;

    /// <summary>The index of the next value.</summary>
    public int Top => _top;

    /// <summary>The index of the next named argument.</summary>
    public int NamedTop => _namedTop;

    /// <summary>The current frame.</summary>
    public ref Frame Current => ref _frames[_depth];

    public void Reset()
    {
        // Cleared, so that the stack does not keep a site alive between pages.
        Array.Clear(_values, 0, Math.Min(_values.Length, 4096));
        Array.Clear(_named);
        Array.Clear(_frames);
        if (_values.Length > 4096)
        {
            _values = new Value[128];
        }

        (_depth, _top, _namedTop) = (-1, 0, 0);
    }

    public void Push(in Value value)
    {
        if (_top == _values.Length)
        {
            Array.Resize(ref _values, _top * 2);
        }

        _values[_top++] = value;
    }

    public void PushNamed(string name, in Value value)
    {
        if (_namedTop == _named.Length)
        {
            Array.Resize(ref _named, _namedTop * 2);
        }

        _named[_namedTop++] = (name, value);
    }

    /// <summary>Pops everything pushed since.</summary>
    public void Drop(int top, int namedTop) => (_top, _namedTop) = (top, namedTop);

    /// <summary>Values on the stack; valid until popped, even if the stack is reallocated.</summary>
    public Span<Value> Window(int start, int count) => _values.AsSpan(start, count);

    public (string Name, Value Value) Named(int place) => _named[place];

    /// <summary>Finds a named argument.</summary>
    public bool TryNamed(in Arguments arguments, string name, out Value value)
    {
        for (var i = arguments.NamedStart + arguments.NamedCount - 1; i >= arguments.NamedStart; i--)
        {
            if (_named[i].Name == name)
            {
                value = _named[i].Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>Opens a frame with unset locals.</summary>
    public ref Frame PushFrame(LocalTable locals)
    {
        if (++_depth == _frames.Length)
        {
            Array.Resize(ref _frames, _depth * 2);
        }

        var start = _top;
        for (var i = 0; i < locals.Count; i++)
        {
            Push(Value.Missing);
        }

        ref var frame = ref _frames[_depth];
        frame = new Frame { Locals = locals, LocalStart = start, LocalCount = locals.Count };
        return ref frame;
    }

    public void PopFrame()
    {
        _top = _frames[_depth].LocalStart;
        _frames[_depth--] = default;
    }

    /// <summary>A local of the current frame, by its slot.</summary>
    public ref Value Local(int slot) => ref _values[_frames[_depth].LocalStart + slot];

    /// <summary>Finds a local by name, for code that was not parsed together with its frame.</summary>
    public Value FindLocal(string name)
    {
        ref var frame = ref Current;
        var slot = frame.Locals.Find(name);
        if (slot >= 0 && slot < frame.LocalCount)
        {
            return Local(slot);
        }

        if (frame.Extra is not null && frame.Extra.TryGet(name, out var value))
        {
            return value;
        }

        return frame.HasArguments && frame.NamesAreLocals && TryNamed(frame.Arguments, name, out value) ? value : Value.Missing;
    }

    public void SetLocal(string name, in Value value)
    {
        ref var frame = ref Current;
        var slot = frame.Locals.Find(name);
        if (slot >= 0 && slot < frame.LocalCount)
        {
            Local(slot) = value;
            return;
        }

        (frame.Extra ??= new ObjectValue()).Set(name, value);
    }

    /// <summary>Whether a local of the current frame may not be assigned any more.</summary>
    public bool IsReadOnly(string name) => Current.ReadOnly?.Contains(name) == true;

    /// <summary>Makes a local read-only if it is set.</summary>
    public void MarkReadOnly(string name)
    {
        if (!FindLocal(name).IsMissing)
        {
            _ = (Current.ReadOnly ??= []).Add(name);
        }
    }
}

/// <summary>One running page, include, function or <c>with</c>.</summary>
internal struct Frame
{
    public LocalTable Locals;
    public int LocalStart;
    public int LocalCount;
    public bool HasArguments;
    public bool NamesAreLocals;
    public Arguments Arguments;

    /// <summary>The argument list, created when <c>$</c> itself is read.</summary>
    public ArrayValue? ArgumentList;

    /// <summary>Locals defined by code parsed at run time.</summary>
    public ObjectValue? Extra;

    /// <summary>The locals that may not be assigned any more.</summary>
    public HashSet<string>? ReadOnly;

    /// <summary>The block that <c>$$</c> runs, and its source.</summary>
    public Statement? Block;
    public SourceText? BlockSource;
}
