extension Slides {
  /// The script: one slide at a time, and the keys. The number of the slide stands in the address, so that reading the page again comes back to it.
  static let script = """

    (function () {
      var root = document.documentElement;
      var slides = Array.prototype.slice.call(document.querySelectorAll('.slide'));
      var at = 0;
      function show(index, takesFocus) {
        slides[at].classList.remove('now');
        at = Math.max(0, Math.min(slides.length - 1, index));
        slides[at].classList.add('now');
        if (takesFocus) { slides[at].focus({ preventScroll: true }); }
        try { history.replaceState(null, '', '#' + slides[at].id); } catch (error) { return; }
      }
      function fromAddress() {
        var index = slides.findIndex(function (slide) { return '#' + slide.id === location.hash; });
        show(index < 0 ? 0 : index, false);
      }
      function full() {
        if (document.fullscreenElement) { document.exitFullscreen(); }
        else if (root.requestFullscreen) { root.requestFullscreen(); }
      }
      function press(event) {
        if (event.altKey || event.ctrlKey || event.metaKey) { return; }
        var isButton = event.target.tagName === 'BUTTON';
        switch (event.key) {
        case 'ArrowRight': case 'ArrowDown': case 'PageDown': show(at + 1, true); break;
        case 'ArrowLeft': case 'ArrowUp': case 'PageUp': case 'Backspace': show(at - 1, true); break;
        case ' ': case 'Enter':
          if (isButton) { return; }
          show(event.shiftKey ? at - 1 : at + 1, true);
          break;
        case 'Home': show(0, true); break;
        case 'End': show(slides.length - 1, true); break;
        case 'f': case 'F': full(); break;
        default: return;
        }
        event.preventDefault();
      }
      root.classList.add('js');
      document.addEventListener('keydown', press);
      document.getElementById('back').addEventListener('click', function () { show(at - 1, false); });
      document.getElementById('next').addEventListener('click', function () { show(at + 1, false); });
      document.getElementById('full').addEventListener('click', full);
      window.addEventListener('hashchange', fromAddress);
      fromAddress();
    })();

    """
}
